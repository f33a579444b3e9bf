"""A locksmith whose locks cost next to no work: age files by the same format, with the factor turned down.

pyrage chooses the factor by a stop-watch and takes seconds and 1 GiB for every lock, which tests of anything
but the lock itself have no need of. Opening is done by the real one.
"""

import base64
import hashlib
import hmac
import struct

from game.files.locks import locksmith

FACTOR = 5
_LETTERS = 0xFFFFFFFF


def quick(secret: str, passphrase: str) -> bytes:
    """Return the key file that holds *secret* behind *passphrase*."""
    return locked_file(f"# A quick key\n{secret}\n".encode(), passphrase.encode(), FACTOR)


def locked_file(page: bytes, passphrase: bytes, factor: int) -> bytes:
    """Return *page* as an age file (age-encryption.org/v1) behind *passphrase*."""
    # Drawn from what is locked, and not by chance, so that two test runs name their tests alike.
    drawn = hashlib.sha512(page + passphrase).digest()
    file_key, salt, nonce = drawn[:16], drawn[16:32], drawn[32:48]
    salted = b"age-encryption.org/v1/scrypt" + salt
    wrap = hashlib.scrypt(passphrase, salt=salted, n=1 << factor, r=8, p=1, dklen=32)
    stanza = b"-> scrypt %s %d\n%s\n" % (_b64(salt), factor, _b64(_sealed(wrap, bytes(12), file_key)))
    header = b"age-encryption.org/v1\n" + stanza + b"---"
    mac = hmac.digest(_derived(file_key, bytes(32), b"header"), header, "sha256")
    payload = _sealed(_derived(file_key, nonce, b"payload"), bytes(11) + b"\x01", page)
    return header + b" " + _b64(mac) + b"\n" + nonce + payload


def _b64(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")


def _derived(key: bytes, salt: bytes, info: bytes) -> bytes:
    return hmac.digest(hmac.digest(salt, key, "sha256"), info + b"\x01", "sha256")


def _sealed(key: bytes, nonce: bytes, plain: bytes) -> bytes:
    """Return *plain* by ChaCha20-Poly1305 (RFC 8439) without further data."""
    stream = b"".join(_block(key, 1 + n, nonce) for n in range(len(plain) // 64 + 1))
    sealed = bytes(a ^ b for a, b in zip(plain, stream, strict=False))
    r, s = struct.unpack("<16s16s", _block(key, 0, nonce)[:32])
    clamped = int.from_bytes(r, "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    told = sealed + bytes(-len(sealed) % 16) + struct.pack("<QQ", 0, len(sealed))
    total = 0
    for start in range(0, len(told), 16):
        total = (
            (total + int.from_bytes(told[start : start + 16] + b"\x01", "little")) * clamped % (2**130 - 5)
        )
    return sealed + ((total + int.from_bytes(s, "little")) % 2**128).to_bytes(16, "little")


def _block(key: bytes, counter: int, nonce: bytes) -> bytes:
    start = struct.unpack("<16I", b"expand 32-byte k" + key + struct.pack("<I", counter) + nonce)
    state = list(start)
    for _ in range(10):
        for a, b, c, d in (
            *((n, n + 4, n + 8, n + 12) for n in range(4)),
            *((n, 4 + (n + 1) % 4, 8 + (n + 2) % 4, 12 + (n + 3) % 4) for n in range(4)),
        ):
            _quarter(state, a, b, c, d)
    return struct.pack("<16I", *((x + y) & _LETTERS for x, y in zip(state, start, strict=True)))


def _quarter(state: list[int], a: int, b: int, c: int, d: int) -> None:
    for left, right, turned, by in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        state[left] = (state[left] + state[right]) & _LETTERS
        mixed = state[turned] ^ state[left]
        state[turned] = (mixed << by | mixed >> (32 - by)) & _LETTERS


if __name__ == "__main__":
    locksmith.__dict__.update(_locked=quick)
    raise SystemExit(locksmith.main())

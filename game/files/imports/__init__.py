"""What people have already, in the files of other programs: one module for each way of writing it down."""

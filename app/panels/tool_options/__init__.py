"""What can be set about the tool in use: the left of the options row."""

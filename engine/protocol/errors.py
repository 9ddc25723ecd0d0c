"""The one error of the wire."""


class ProtocolError(Exception):
    """The other side said something that no correct program of this version says.

    The stream cannot be trusted any more: whoever meets this ends the conversation.
    """

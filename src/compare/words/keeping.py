"""What is said of the file in which a case is kept."""

from __future__ import annotations

NOT_YET = "Not saved to a file yet"
SAVING = "Saving …"
NOT_SAVED = "Not saved"
OTHER_FILE = "other-window"
NO_NAME = "There are too many files of this name already."
OTHER_NAME = "choose another name"
TWO_CASES = "There is a file of this name already, and another case was given too."
ONE_OF_THEM = "give the case, or the file; or choose a new name for the file"
NO_FOLDER = "There is no folder to keep it in."
TAKE_ALONG = "save it under “Take away”"
CANNOT_HOLD = "This case cannot be saved without losing something; nothing was written."

FOUND_TITLE = "There is something from last time"
FOUND = (
    "The app stopped before this was saved. Do you want to go on with it? The file itself stays as it is until you do."
)
FOUND_OPEN = "Fields that were not taken over yet come back too, so that you can mend them."
FOUND_TAKE = "Go on with it"
FOUND_LEAVE = "Leave it and remove it"


def saved(name: str) -> str:
    """Say that everything is in the file.

    Examples
    --------
    >>> saved("rosa.yaml")
    'Saved in rosa.yaml'
    """
    return f"Saved in {name}"


def at_first_change(name: str) -> str:
    """Say that there is no such file yet, and when it is made.

    Examples
    --------
    >>> at_first_change("rosa.yaml")
    'Your first change makes the file rosa.yaml'
    """
    return f"Your first change makes the file {name}"


def failed(why: str) -> str:
    """Say that it could not be saved, and that nothing is lost."""
    return (
        "This could not be saved. What you typed is still here, and it will be tried again. "
        f"You can also save the case under “Take away”.\n{why}"
    )


def kept_apart(theirs: str, ours: str) -> str:
    """Say that somebody else has saved the file meanwhile, and where both are."""
    return (
        f"Somebody else has changed {theirs} in the meantime. Both are kept: theirs in {theirs}, yours in {ours}. "
        f"From now on yours is saved in {ours}. You can open the other one under “Start”."
    )

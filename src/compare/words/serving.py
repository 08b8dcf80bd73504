"""What is said around the app: when it starts, when it stops, and when somebody is turned away."""

from __future__ import annotations

STARTING = "Starting the app. This takes a few seconds."
ADDRESS = "The app is open at this address:"
HERE = "It runs on this computer only. Nothing you type leaves it."
YOURS = (
    "The address is for you alone. Whoever has it can see and change your case while the app runs, "
    "so please do not pass it on."
)
STOP = "To stop the app, press Ctrl-C in this window."
STOPPED = "The app has stopped."

PAGE = {
    "title": "Compare what the doctors said",
    "wait": "One moment, the app is getting ready …",
    "needs_script": "This page needs JavaScript. Please switch it on in your browser and load the page again.",
    "fault": "Something went wrong, and it is a fault of this program. Your file is unchanged. Please start the app again.",
}
"""The sentences of the page around the app, by the names that its template uses."""

REFUSED_TITLE = "This page is closed"
REFUSED = "Please open the whole address that the app showed when it started. It holds a key, and the key is a new one each time."

TAKEN = "The app cannot use this port; it was not started."
PORTS = "a free port from 1024 to 65535"
ANOTHER_PORT = "choose another port, or leave --port out: then a free one is found"


NO_FOLDER = "There is no such folder; the app was not started."
MAKE_FOLDER = "make the folder first, or check its name"


def begins(name: str) -> str:
    """Say that a file is not there yet, and what happens.

    Examples
    --------
    >>> begins("rosa.yaml")
    'There is no file rosa.yaml yet. The app begins with an empty comparison; your first change makes the file.'
    """
    return f"There is no file {name} yet. The app begins with an empty comparison; your first change makes the file."


def started(address: str) -> tuple[str, ...]:
    """Return what is said once the app can be used.

    Examples
    --------
    >>> started("http://127.0.0.1:8000/")[1]
    '  http://127.0.0.1:8000/'
    """
    return ADDRESS, f"  {address}", HERE, YOURS, STOP

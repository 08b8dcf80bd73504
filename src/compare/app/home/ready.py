"""Importing this makes a kernel ready for the page before anybody asks for it, with practice data; no case of anybody is read."""

from compare.app.shell import App
from compare.samples import sample

App(sample("prostate")).close()

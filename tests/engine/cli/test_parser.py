import pytest

from engine.cli.parser import COMMANDS, build_parser, is_command_line
from engine.cli.run import run


@pytest.mark.parametrize(
    "arguments",
    [
        ["decompose", "a.png", "-o", "a.psd", "--as", "illustration", "--report", "r.json"],
        ["decompose", "a.png", "b.jpg", "-o", "folder"],
        ["lift", "a.jpg", "-o", "a.psd", "--point", "3,4", "--point", "5,6"],
        ["lift", "a.jpg", "-o", "a.psd", "--box", "0,0,5,5"],
        ["lift", "a.jpg", "-o", "a.psd", "--text", "the dog"],
        ["compose", "room.jpg", "--object", "cat.png", "--box", "0,0,9,9", "-o", "out.psd"],
        ["recolor", "a.psd", "-o", "b.psd", "--map", "#ff0000=#00ff00"],
        ["recolor", "a.psd", "-o", "b.psd", "--like", "c.png", "--way", "2", "--variants"],
        ["recolor", "a.png", "b.png", "-o", "folder", "--palette", "x.gpl", "--palette", "y.ase"],
        ["flatten", "a.psd", "b.psd", "-o", "folder"],
        ["convert", "a.psd", "-o", "a.ora"],
        ["check", "a.psd", "a.png"],
        ["info", "a.psd", "--json"],
        ["models"],
        ["models", "install", "one"],
        ["doctor"],
        ["serve"],
    ],
)
def test_every_call_of_the_contract_is_understood(arguments):
    assert is_command_line(arguments)
    assert build_parser().parse_args(arguments).command == arguments[0]


@pytest.mark.parametrize("arguments", [[], ["picture.png"], ["a.psd", "b.png"]])
def test_files_alone_open_the_window(arguments):
    assert not is_command_line(arguments)


@pytest.mark.parametrize(
    "arguments",
    [["decompose"], ["decompose", "a.png"], ["lift", "a", "-o", "b"], ["check", "a"], ["convert"]],
)
def test_a_wrong_call_is_usage_error_two(arguments, capsys):
    with pytest.raises(SystemExit) as stop:
        run(arguments)
    assert stop.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_help_names_every_command(capsys):
    with pytest.raises(SystemExit) as stop:
        run(["--help"])
    assert stop.value.code == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in COMMANDS)


def test_what_is_not_built_yet_says_so_and_fails(capsys):
    assert run(["models"]) == 2
    shown = capsys.readouterr().err
    assert "not available yet" in shown
    assert "Traceback" not in shown

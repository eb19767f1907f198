"""The address of a server in, visitors out: many people at once, without browsers, speaking the pages' own protocol.

A visitor does what the browser does on the wire: it sends every widget's state and the page, and reads what a script
run sends until it is over. The server counts people by their address; forty visitors share one, as a training room
does, so that its limits stay as they are.
"""

import asyncio
import json
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from bench.served import Server

#: Visitors behind one address.
ROOM = 40
#: Seconds a visitor waits before saying that the server does not answer.
PATIENCE = 60
START, NEXT = "Commencer", "Suivant"
#: Questions answered in turn: those of one screen, the first of them among those that decide the stage.
QUESTIONS = ("EXP1", "EXP2", "EXP3")
#: Options of each question.
OPTIONS = 6
#: What tells that an answer was taken: the number of the last save, the line of the hello world.
SAVED, LINE = re.compile(r'class="nth">(\d+)<'), re.compile(r"^(Answer \d)$")
#: Of a visitor who gives no answer.
NOTHING = re.compile(r"(?!)")


class NothingTold(RuntimeError):
    """A script run ended, and the page did not say that the answer was taken."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on the page: its widget, the *options* in the order shown, and the *fragment* that it stands in.

    *native*: the buttons are the browser's own, and their state is an object.
    """

    widget: str
    options: tuple[str, ...]
    fragment: str
    native: bool

    def state(self, number: int) -> WidgetState:
        """What the browser says once the option *number* is chosen."""
        chosen = self.options[number - 1]
        if self.native:
            return WidgetState(id=self.widget, json_value=json.dumps({"chosen": chosen}))
        return WidgetState(id=self.widget, string_value=chosen)


@dataclass(slots=True)
class Visitor:
    """One person on one websocket.

    *sign* finds, in what a run writes, that an answer was taken; *told* is what it found last; *turn* counts answers.
    What a run shows is kept with the fragment it belongs to, which is what the browser sends with a change.
    """

    connection: ClientConnection
    sign: re.Pattern[str]
    page: str = ""
    told: str = ""
    turn: int = 0
    asked: dict[str, Asked] = field(default_factory=dict)
    buttons: dict[str, tuple[str, str]] = field(default_factory=dict)
    states: dict[str, WidgetState] = field(default_factory=dict)

    async def arrive(self) -> None:
        """See the first page."""
        await self._run([], "")

    async def press(self, label: str) -> None:
        """Press the first button of this *label*, and see what it leads to."""
        button, fragment = self.buttons[label]
        self.buttons.clear()
        await self._run([WidgetState(id=button, trigger_value=True)], fragment)

    async def go_to(self, question: str) -> None:
        """Press « Suivant » until *question* is asked."""
        while not self._asks(question):
            self.asked.clear()
            await self.press(NEXT)

    async def answer(self, question: str, number: int) -> float:
        """Choose the option *number* shown; seconds until the page says that it was taken. Raises NothingTold."""
        asked = self._asks(question)
        self.states[asked.widget] = asked.state(number)
        self.turn += 1
        before, started = self.told, time.perf_counter()
        await self._run([], asked.fragment)
        if self.told == before:
            raise NothingTold(f"{question} {number}: {self.told!r}")
        return time.perf_counter() - started

    async def answer_next(self, questions: Sequence[str]) -> float:
        """Answer one of *questions* after the other, each time with another option than the time before."""
        round_, place = divmod(self.turn, len(questions))
        return await self.answer(questions[place], 1 + round_ % OPTIONS)

    def _asks(self, question: str) -> Asked | None:
        name = re.compile(rf"-answer(_{question}(_\w+)?)?$")
        return next((each for key, each in reversed(self.asked.items()) if name.search(key)), None)

    async def _run(self, pressed: Sequence[WidgetState], fragment: str) -> None:
        """Ask for a script run and read it to its end; a run that asks for another one is not the end."""
        asked = ClientState(page_script_hash=self.page, fragment_id=fragment)
        asked.widget_states.widgets.extend([*self.states.values(), *pressed])
        await self.connection.send(BackMsg(rerun_script=asked).SerializeToString())
        async with asyncio.timeout(PATIENCE):
            while True:
                message = ForwardMsg.FromString(await self.connection.recv())
                kind = message.WhichOneof("type")
                if kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return
                self._take(kind, message)

    def _take(self, kind: str | None, message: ForwardMsg) -> None:
        if kind == "new_session":
            self.page = message.new_session.page_script_hash
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._see(message.delta)

    def _see(self, delta: Delta) -> None:
        element = delta.new_element
        match element.WhichOneof("type"):
            case "radio":
                radio = element.radio
                self.asked[radio.id] = Asked(radio.id, tuple(radio.options), delta.fragment_id, native=False)
            case "bidi_component" if element.bidi_component.component_name.endswith("jalons_options"):
                shown = element.bidi_component
                options = tuple(each.partition("\t")[0] for each in json.loads(shown.json)["options"].split("\n"))
                self.asked[shown.id] = Asked(shown.id, options, delta.fragment_id, native=True)
            case "button":
                self.buttons.setdefault(element.button.label, (element.button.id, delta.fragment_id))
            case "markdown" if found := self.sign.search(element.markdown.body):
                self.told = _last(self.told, found[1])


def _last(told: str, found: str) -> str:
    """A screen drawn whole shows the last save of each question: the greatest number is the last of all."""
    return max(told, found, key=lambda each: int(each or 0)) if found.isdecimal() else found


async def visit(server: Server, place: int, sign: re.Pattern[str]) -> Visitor:
    """The visitor number *place* at the first page."""
    room = place // ROOM + 2
    connection = await connect(
        server.socket,
        host="127.0.0.1",
        port=server.port,
        local_addr=(f"127.0.{room // 250}.{room % 250 + 2}", 0),
        origin=server.address,
        subprotocols=["streamlit"],
        compression=None,
        max_size=None,
        open_timeout=PATIENCE,
        ping_interval=None,
    )
    visitor = Visitor(connection, sign)
    await visitor.arrive()
    return visitor


async def visit_jalons(server: Server, place: int) -> Visitor:
    """A visitor of Jalons who is asked QUESTIONS."""
    visitor = await visit(server, place, SAVED)
    await visitor.press(START)
    await visitor.go_to(QUESTIONS[0])
    return visitor


async def visit_hello(server: Server, place: int) -> Visitor:
    """A visitor of the hello world, whose only question has no name."""
    return await visit(server, place, LINE)

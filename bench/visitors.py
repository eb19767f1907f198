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
#: What tells that an answer was taken: the number of a save among what the component is told, the line of the hello
#: world.
SAVED, LINE = re.compile(r"^answer \w+\t(\d+)\t", re.MULTILINE), re.compile(r"^(Answer \d)$")
#: A question in the markup of a page, and the values of its options.
OPTIONS_OF, VALUE = re.compile(r'data-asked="answer (\w+)">(.*?)</div>', re.DOTALL), re.compile(r'value="(\w+)"')
#: How Streamlit names what a component tells once.
TRIGGER = "$$STREAMLIT_INTERNAL_KEY_{id}__events"
#: Of a visitor who gives no answer.
NOTHING = re.compile(r"(?!)")


class NothingTold(RuntimeError):
    """A script run ended, and the page did not say that the answer was taken."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on the page: the *options* in the order shown, what hears them, and the *fragment* that stands in.

    *hearing*: a radio of Streamlit, which holds what is chosen; or the component that is told of every question.
    """

    options: tuple[str, ...]
    hearing: str
    fragment: str


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
    options: dict[str, tuple[str, ...]] = field(default_factory=dict)
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
        while question not in self.asked:
            self.asked.clear()
            self.options.clear()
            await self.press(NEXT)

    async def answer(self, question: str, number: int) -> float:
        """Choose the option *number* shown; seconds until the page says that it was taken. Raises NothingTold."""
        asked, told = self.asked[question], []
        chosen = asked.options[number - 1]
        if question:
            event = {"event": "told", "value": f"answer {question}\t{chosen}"}
            told = [WidgetState(id=TRIGGER.format(id=asked.hearing), json_trigger_value=json.dumps([event]))]
        else:
            self.states[asked.hearing] = WidgetState(id=asked.hearing, string_value=chosen)
        self.turn += 1
        before, started = self.told, time.perf_counter()
        await self._run(told, asked.fragment)
        if self.told == before:
            raise NothingTold(f"{question} {number}: {self.told!r}")
        return time.perf_counter() - started

    async def answer_next(self, questions: Sequence[str]) -> float:
        """Answer one of *questions* after the other, each time with another option than the time before."""
        round_, place = divmod(self.turn, len(questions))
        return await self.answer(questions[place], 1 + round_ % OPTIONS)

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
                self.asked[""] = Asked(tuple(element.radio.options), element.radio.id, delta.fragment_id)
            case "html":
                found = OPTIONS_OF.findall(element.html.body)
                self.options |= {name: tuple(VALUE.findall(buttons)) for name, buttons in found}
            case "bidi_component" if element.bidi_component.component_name.endswith("jalons_hearing"):
                hearing = element.bidi_component.id, delta.fragment_id
                self.asked = {name: Asked(options, *hearing) for name, options in self.options.items()}
                self._note(json.loads(element.bidi_component.json)["saved"])
            case "button":
                self.buttons.setdefault(element.button.label, (element.button.id, delta.fragment_id))
            case "markdown":
                self._note(element.markdown.body)

    def _note(self, text: str) -> None:
        """Remember what *text* tells; of the saves of a whole screen, the greatest number is the last of all."""
        for found in self.sign.findall(text):
            self.told = max(self.told, found, key=lambda each: int(each or 0)) if found.isdecimal() else found


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

"""A condition and its edition in, a French phrase out: what would have to be true, in the words of the questionnaire.

A phrase begins with a capital or a quotation mark and has no full stop, so that it can stand in a list or a sentence.
"""

from collections.abc import Iterable, Sequence

from assessment.content import conditions as written
from assessment.content.edition import Edition
from assessment.content.questionnaire import Question, Questionnaire

TOWARDS = {
    "consolidate": "pour consolider l'étape atteinte",
    "next": "pour passer à l'étape suivante",
    "any": "pour consolider l'étape atteinte ou passer à la suivante",
}
PARTS = {"project": "sur le projet", "organisation": "sur l'organisation"}


def told(condition: written.Condition, edition: Edition, *, denied: bool = False) -> str:
    """What *condition* asks for; *denied* tells its contrary."""
    match condition:
        case written.Not(not_=part):
            return told(part, edition, denied=not denied)
        case written.All(all_=parts):
            return _joined(parts, edition, " ; ou " if denied else " ; et ", denied=denied)
        case written.Any_(any_=parts):
            return _joined(parts, edition, " ; et " if denied else " ; ou ", denied=denied)
        case written.AnswerTest():
            return _answer(condition, edition, denied=denied)
        case written.StageTest():
            return _stage(condition, edition, denied=denied)
        case written.DimensionTest(dimension=name, below="reached"):
            than = "au moins au niveau de l'étape atteinte" if denied else "en deçà de l'étape atteinte"
            return f"Dimension « {_screen(edition.project, name)} » : {than}"
        case written.DimensionTest(dimension=name):
            label = f"Dimension « {_screen(edition.project, name)} »"
            return f"{label} : {_level(condition, _highest(edition.project.on_screen(name)), denied=denied)}"
        case written.MissingTest(missing=name, towards=towards):
            what = "ce point ne manque pas" if denied else "ce point manque"
            return f"« {edition.questions[name].text} » : {what} {TOWARDS[towards]}"
    return _of_project(condition, edition, denied=denied)


def told_option(question: Question, number: int) -> str:
    """The words of an option, between quotation marks."""
    return f"« {question.choices[number - 1].label.removesuffix('.')} »"


def _of_project(condition: written.Condition, edition: Edition, *, denied: bool) -> str:
    placement = edition.placement
    match condition:
        case written.PatternTest(pattern=name):
            label = next(each.label for each in placement.patterns if each.id == name)
            return f"{'Pas de profil particulier' if denied else 'Profil particulier'} « {label} »"
        case written.ZoneTest(zone=name, is_=status):
            zone = next(each.label for each in placement.zones if each.id == name)
            label = next((each.label for each in placement.zone_statuses if each.id == status), "sans objet")
            return f"Passage délicat « {zone} » : {'autre chose que ' if denied else ''}« {label} »"
        case written.LeverTest(lever=name):
            return f"Aide « {edition.lever[name].title} » : {_rank(condition, denied=denied)}"
        case written.NeedTest(need=name):
            return (
                f"{'Pas de besoin' if denied else 'Un besoin'} dans la dimension « {_screen(edition.project, name)} »"
            )
        case written.ConfidenceTest(confidence=part, is_=level):
            label = next(each.label for each in placement.confidence.levels if each.id == level)
            return f"Confiance dans le résultat {PARTS[part]} : {'autre que ' if denied else ''}{label}"
        case written.KnownTest(known="type" | "level" as what):
            known = "n'est pas connu" if denied else "est connu"
            return f"Le {'type' if what == 'type' else 'niveau'} de l'organisation {known}"
        case written.KnownTest(known=part):
            return f"{'Aucune réponse' if denied else 'Des réponses'} {PARTS[part]}"
        case written.RecommendedTest(recommended=name):
            return _recommended(name, edition, denied=denied)
    return _of_organisation(condition, edition, denied=denied)


def _of_organisation(condition: written.Condition, edition: Edition, *, denied: bool) -> str:
    part, other = edition.organisation, "autre que " if denied else ""
    match condition:
        case written.TypeTest(type=kinds):
            return f"Type d'organisation : {other}{_either(label for kind in kinds for label in _types(kind, edition))}"
        case written.LevelTest(level=names):
            labels = (level.label for level in edition.placement.levels if level.id in names)
            return f"Niveau de l'organisation : {other}{_either(labels)}"
        case written.PracticeTest(practice=name):
            level = _level(condition, _highest(part.on_screen(name)), denied=denied)
            return f"Pratique « {_screen(part, name)} » : {level}"
        case written.BodyTest():
            level = _level(condition, _highest(part.questions), denied=denied)
            return f"Ensemble des pratiques de l'organisation : {level}"
        case written.CountTest(count=counted, how_many=count):
            many = f"{'Moins de' if denied else 'Au moins'} {count}"
            if isinstance(counted, str):
                return f"{many} pratiques de l'organisation : {_level(condition, _highest(part.questions))}"
            asked = [edition.questions[name] for name in counted]
            texts = " ; ".join(f"« {question.text} »" for question in asked)
            return f"{many} de ces réponses : {_level(condition, _highest(asked))} ({texts})"
    raise NotImplementedError(type(condition).__name__)


def _joined(parts: Iterable[written.Condition], edition: Edition, word: str, *, denied: bool) -> str:
    phrases = [(part, told(part, edition, denied=denied)) for part in parts]
    if len(phrases) == 1:
        return phrases[0][1]
    return word.join(f"({phrase})" if " ; et " in phrase or " ; ou " in phrase else phrase for _, phrase in phrases)


def _answer(test: written.AnswerTest, edition: Edition, *, denied: bool) -> str:
    question = edition.questions[test.answer]
    return f"« {question.text} » : {_expected(test, question, denied=denied)}"


def _expected(test: written.AnswerTest, question: Question, *, denied: bool) -> str:
    numbers = range(1, len(question.choices) + 1)
    if test.empty is not None:
        return "rien n'est coché" if test.empty is not denied else "au moins une réponse cochée"
    if test.includes is not None:
        words = [told_option(question, number) for number in test.includes]
        return f"sans {' ni '.join(words)}" if denied else f"parmi les réponses, {' ou '.join(words)}"
    named = test.in_ if test.is_ is None else (test.is_,)
    if named is not None:
        others = [number for number in numbers if number not in named]
        if not denied and len(named) > len(others) > 0:
            return f"une autre réponse que {' ou '.join(told_option(question, number) for number in others)}"
        return ("une autre réponse que " if denied else "") + " ou ".join(told_option(question, each) for each in named)
    least, most = _bounds(test, denied=denied)
    if least is not None:
        fitting = [level for level in question.levels if level >= least]
        return _bounded(question, fitting, "au moins")
    return _bounded(question, [level for level in question.levels if level <= most][::-1], "au plus")


def _bounded(question: Question, fitting: Sequence[int], word: str) -> str:
    """The option at the first of the *fitting* levels, with « au moins » or « au plus » unless it is the only one."""
    if not fitting:
        return "aucune réponse ne convient"
    option = next(number for number, choice in enumerate(question.choices, 1) if choice.level == fitting[0])
    return f"{'' if len(fitting) == 1 else f'{word} '}{told_option(question, option)}"


def _bounds(test: written.Leaf, *, denied: bool) -> tuple[int | None, int | None]:
    """At least and at most, turned round when denied."""
    if not denied:
        return test.at_least, test.at_most
    return (None if test.at_most is None else test.at_most + 1), (None if test.at_least is None else test.at_least - 1)


def _level(test: written.Leaf, highest: int, *, denied: bool = False) -> str:
    least, most = _bounds(test, denied=denied)
    if least is not None:
        return f"niveau {least} sur {highest}{' au moins' if least < highest else ''}"
    return f"niveau {most} sur {highest}{' au plus' if most > 1 else ''}"


def _stage(test: written.StageTest, edition: Edition, *, denied: bool) -> str:
    if test.above is not None:
        return "L'étape atteinte est consolidée" if denied else "L'étape atteinte est en avance sur ses preuves"
    labels = {stage.id: stage.label for stage in edition.placement.stages}
    ids = list(labels)
    name = "Étape atteinte" if test.stage == "reached" else "Étape consolidée"
    if test.at_least is not None:
        place = ids.index(test.at_least)
        fitting = ids[:place] if denied else ids[place:]
    elif test.at_most is not None:
        place = ids.index(test.at_most)
        fitting = ids[place + 1 :] if denied else ids[: place + 1]
    else:
        wanted = test.in_ or (test.is_,)
        fitting = [stage for stage in ids if (stage in wanted) is not denied]
    return f"{name} : {_either(labels[stage] for stage in fitting)}"


def _rank(test: written.LeverTest, *, denied: bool) -> str:
    least, most = _bounds(test, denied=denied)
    if least is not None:
        return f"à la place {least} ou après"
    return "en premier" if most == 1 else f"parmi les {most} premières"


def _recommended(name: str, edition: Edition, *, denied: bool) -> str:
    if name in edition.items:
        verb = "n'est pas" if denied else "est"
        return f"« {edition.items[name].title} » {verb} proposé"
    kind = next(each.label for each in edition.catalogue.kinds if each.id == name)
    something = "Rien de cette sorte n'est" if denied else "Quelque chose de cette sorte est"
    return f"{something} proposé : {kind}"


def _types(kind: str, edition: Edition) -> list[str]:
    labels = [each.label for each in edition.placement.types if each.id == kind]
    asked = (edition.questions[name] for name in edition.placement.type_asked_by)
    return labels or [choice.label for question in asked for choice in question.choices if choice.id == kind]


def _screen(part: Questionnaire, name: str) -> str:
    return next(screen.label for screen in part.screens if screen.id == name)


def _highest(questions: Iterable[Question]) -> int:
    return max(level for question in questions for level in question.levels)


def _either(words: Iterable[str]) -> str:
    quoted = [f"« {word} »" for word in words] or ["aucun"]
    return " ou ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))

"""The reader of answer files, for a limited child: bytes of YAML or JSON in, their data or what is wrong with them out.

What JSON cannot say (a date, an endless number) leaves as the text that a person would have written.
"""

import codecs
import math
from typing import Any

from assessment.content.yaml_reading import parse
from assessment.errors import ContentError
from assessment.intake.strict_json import NotTaken, measure
from assessment.intake.wording import FILE

codecs.lookup("utf-8-sig")  # what reading needs is loaded now: a limited child opens no file later

Json = dict[str, Any]
#: Problems told at once: whoever mends ten reads the file again.
MOST = 10


def read(content: bytes) -> Json:
    """{"data": what the file says}, {"wrong": why it is refused} or {"problems": [[code, place, what, remedy] …]}.

    The file is called FILE where places are told.
    """
    try:
        data = _plain(parse(content, FILE).data)
        measure(data)
    except NotTaken as error:
        return {"wrong": error.code}
    except ContentError as error:
        return {"problems": [[each.code, each.where, each.what, each.remedy] for each in error.problems[:MOST]]}
    return {"data": data}


def _plain(data: object) -> object:
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    if isinstance(data, float) and not math.isfinite(data):
        return str(data)
    return data if data is None or isinstance(data, str | bool | int | float) else str(data)

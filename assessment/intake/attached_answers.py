"""The reader of reports, for a limited child: a PDF in, the answer file that it carries out.

Only what is attached is looked for: no page is drawn, nothing that the PDF would do is done. pypdf holds its own limits
too, set here far below what it comes with.
"""

import codecs
import logging
from io import BytesIO
from itertools import islice
from typing import Any

import pypdf
import pypdf.filters  # loaded now: a limited child opens no file later
from pypdf.errors import LimitReachedError

from assessment.intake.strict_json import LARGEST, NotTaken, load

#: The attachment of a report (contract, « In the PDF »).
NAME = "jalons-reponses.json"
#: Attachments looked at; a report has one.
FIRST = 5
#: Bytes at which pypdf gives up on one stream, however it is packed.
UNPACKED = 5_000_000
LIMITS = {
    "maximum_declared_stream_length": UNPACKED,
    "array_based_stream_maximum_output_length": UNPACKED,
    "jbig2_maximum_output_length": UNPACKED,
    "lzw_maximum_output_length": UNPACKED,
    "run_length_maximum_output_length": UNPACKED,
    "zlib_maximum_output_length": UNPACKED,
    "zlib_maximum_recovery_input_length": LARGEST,
    "brotli_maximum_output_length": UNPACKED,
    "image_maximum_buffer_size": UNPACKED,
    "stream_decoding_work_maximum_length": 2 * UNPACKED,
    "stream_filters_maximum_length": 2,
    "array_maximum_element_count": 50_000,
    "dictionary_maximum_element_count": 5_000,
    "page_tree_maximum_entries": 2_000,
    "jbig2dec_binary": None,
    "disable_legacy_handling": True,
}

#: How texts of a PDF may be written. Found now: later the child can open no file, not even one of Python's own.
for _name in ("ascii", "latin_1", "cp1252", "mac_roman", "utf_8", "utf_8_sig", "utf_16", "utf_16_be", "utf_16_le"):
    codecs.lookup(_name)

Json = dict[str, Any]

logging.disable()  # a hostile file can have thousands of lines written about it


def read(content: bytes) -> Json:
    """{"data": the answer file} or {"wrong": why there is none, in one word}."""
    if b"%PDF-" not in content[:1024]:
        return {"wrong": "not-a-pdf"}
    try:
        pypdf.overwrite_configuration(**LIMITS)
        return _read(content)
    except NotTaken as error:
        return {"wrong": error.code}
    except LimitReachedError:
        return {"wrong": "too-much"}
    except MemoryError:
        raise
    except Exception:  # a file made to break its reader may break it in any way
        return {"wrong": "unreadable"}


def _read(content: bytes) -> Json:
    reader = pypdf.PdfReader(BytesIO(content))
    if reader.is_encrypted:
        return {"wrong": "encrypted"}
    found = next((each for each in islice(reader.attachment_list, FIRST) if each.name == NAME), None)
    if found is None:
        return {"wrong": "no-answers"}
    return {"data": load(found.content)}

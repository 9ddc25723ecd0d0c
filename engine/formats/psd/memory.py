"""Memory copies inside compiled kernels: a loop over single bytes costs three times as much."""

from __future__ import annotations

from typing import Any

from numba import types
from numba.core import cgutils
from numba.extending import intrinsic

_cgutils: Any = cgutils


def _copy_bytes(_context: Any, target: Any, at: Any, source: Any, start: Any, count: Any) -> Any:
    """copy_bytes(target, at, source, start, count) inside a kernel: a plain memory copy.

    A loop over single bytes costs three times as much. The caller checks the bounds.
    """

    def code(context: Any, builder: Any, signature: Any, values: Any) -> Any:
        kinds = signature.args
        to = context.make_array(kinds[0])(context, builder, values[0]).data
        of = context.make_array(kinds[2])(context, builder, values[2]).data
        _cgutils.raw_memcpy(
            builder, builder.gep(to, [values[1]]), builder.gep(of, [values[3]]), values[4], 1
        )
        return context.get_dummy_value()

    return types.void(target, at, source, start, count), code


def _fill_bytes(_context: Any, target: Any, at: Any, value: Any, count: Any) -> Any:
    """fill_bytes(target, at, value, count) inside a kernel. The caller checks the bounds."""

    def code(context: Any, builder: Any, signature: Any, values: Any) -> Any:
        to = context.make_array(signature.args[0])(context, builder, values[0]).data
        _cgutils.memset(builder, builder.gep(to, [values[1]]), values[3], values[2])
        return context.get_dummy_value()

    return types.void(target, at, value, count), code


copy_bytes: Any = intrinsic(_copy_bytes)
fill_bytes: Any = intrinsic(_fill_bytes)

"""Matrix products by NumPy's BLAS, which take most of the models' time.

thinc multiplies with BLIS, whose wheels know few processors; the OpenBLAS (or Accelerate) that
NumPy brings is two to three times as fast on many, and the same but for rounding.
"""

from __future__ import annotations

from typing import Any

from thinc.api import Model, NumpyOps, Ops


class BlasOps(NumpyOps):  # type: ignore[misc]
    """thinc's operations on the CPU, with matrix products by NumPy."""

    name = "numpy_blas"
    gemm = Ops.gemm


def multiply_with_numpy(model: Model[Any, Any]) -> None:
    """Let all layers of `model` that run on plain `NumpyOps` multiply with NumPy.

    Layers on a GPU, or on operations chosen for a platform, are left as they are.
    """
    ops = BlasOps()
    for node in model.walk():
        if type(node.ops) is NumpyOps:
            node.ops = ops

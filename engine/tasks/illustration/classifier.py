"""How likely is it that two neighbouring colours are one material in different light?

The answer comes from gradient-boosted trees that `engine.training` fits on the features of
`pairs.FEATURES` and ships as plain arrays in `resources/material_pairs.npz`. Where that file is
missing a hand-written rule answers instead.

Layout of the file (`numpy.load`, no pickles; all trees one after the other in the node arrays):

    feature    int16   [nodes]   column of the feature that the node asks, -1 in a leaf
    threshold  float32 [nodes]   go to `left` if x <= threshold, otherwise to `right`
    left       int32   [nodes]   index of a node in the same arrays (any value in a leaf)
    right      int32   [nodes]
    value      float32 [nodes]   log-odds of a leaf, learning rate included (any value elsewhere)
    roots      int32   [trees]   index of each tree's first node
    bias       float32 []        log-odds before the first tree
    names      str     [F]       equal to `pairs.FEATURES`, checked when loaded

Log-odds of a pair = bias + sum over the trees of the value of the leaf that it falls into;
positive means "one material". Features are finite, never NaN.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numba import njit
from numpy.typing import NDArray

from engine.tasks.illustration.pairs import FEATURES

MODEL_FILE = Path(__file__).resolve().parents[3] / "resources" / "material_pairs.npz"
LEAF = -1


@dataclass(frozen=True, slots=True)
class TreeEnsemble:
    """Boosted trees as flat arrays; the module docstring gives their meaning and types."""

    feature: NDArray[np.int16]
    threshold: NDArray[np.float32]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float32]
    roots: NDArray[np.int32]
    bias: float


def load_ensemble(path: Path = MODEL_FILE) -> TreeEnsemble | None:
    """The shipped trees, or None where the file is absent or was fitted on other features."""
    if not path.is_file():
        return None
    with np.load(path, allow_pickle=False) as stored:
        if tuple(str(name) for name in stored["names"]) != FEATURES:
            return None
        return TreeEnsemble(
            feature=stored["feature"].astype(np.int16),
            threshold=stored["threshold"].astype(np.float32),
            left=stored["left"].astype(np.int32),
            right=stored["right"].astype(np.int32),
            value=stored["value"].astype(np.float32),
            roots=stored["roots"].astype(np.int32),
            bias=float(stored["bias"]),
        )


def tree_log_odds(ensemble: TreeEnsemble, features: NDArray[np.float32]) -> NDArray[np.float32]:
    """Log-odds of "one material" for P×F float32 features, P float32."""
    total = _sum_of_leaves(
        np.ascontiguousarray(features, np.float32),
        ensemble.feature,
        ensemble.threshold,
        ensemble.left,
        ensemble.right,
        ensemble.value,
        ensemble.roots,
        np.float32(ensemble.bias),
    )
    return np.asarray(total, np.float32)


def rule_log_odds(features: NDArray[np.float32]) -> NDArray[np.float32]:
    """Log-odds of "one material" by hand-written plausibility of shadow and highlight, P float32.

    A shadow multiplies: all channels get darker, by similar ratios, and its border is open. A
    highlight adds: all channels get lighter, and it is small and lies inside the darker colour.
    """
    column = {name: features[:, index] for index, name in enumerate(FEATURES)}
    is_shadow = (
        (column["ratio_max"] < 1.06)
        & (column["ratio_mean"] > 0.42)
        & (column["ratio_mean"] < 0.97)
        & (column["ratio_range"] < 0.42)
        & (column["open_share_dark"] > 0.3)
        & (column["open_fraction"] > 0.25)
        & (column["hue_shift"] < 35.0)
    )
    is_highlight = (
        (column["light_min"] > -0.02)
        & (column["light_mean"] > 0.04)
        & (column["light_mean"] < 0.85)
        & (column["light_range"] < 0.4)
        & (column["log_area_bright"] < column["log_area_dark"] - 0.5)
        & (column["open_share_bright"] > 0.5)
        & (column["open_fraction"] > 0.3)
    )
    probability = (
        0.15
        + 0.5 * is_shadow
        + 0.45 * is_highlight
        + 0.06 * np.minimum(column["tint_support_count"], 4) * is_shadow
        - 0.25 * np.maximum(0.0, column["ratio_range"] - 0.2)
    )
    probability = np.clip(probability, 0.01, 0.99)
    return np.asarray(np.log(probability / (1.0 - probability)), np.float32)


@njit(cache=True, nogil=True)
def _sum_of_leaves(  # type: ignore[no-untyped-def]
    features, feature, threshold, left, right, value, roots, bias
):
    result = np.empty(features.shape[0], np.float32)
    for row in range(features.shape[0]):
        total = np.float64(bias)
        for root in roots:
            node = root
            while feature[node] != LEAF:
                if features[row, feature[node]] <= threshold[node]:
                    node = left[node]
                else:
                    node = right[node]
            total += value[node]
        result[row] = total
    return result

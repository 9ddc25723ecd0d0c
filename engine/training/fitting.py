"""Fit boosted trees to pairs of colours and write them as plain arrays.

scikit-learn (extra [training]) does the fitting; the program reads the arrays alone, in the layout
that `engine.tasks.illustration.classifier` describes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import UsageError
from engine.tasks.illustration.classifier import LEAF, TreeEnsemble
from engine.tasks.illustration.pairs import FEATURES
from engine.training.samples import Samples

TREES = 260
LEAVES = 20
LEARNING_RATE = 0.06


def fitted(samples: Samples, *, trees: int = TREES) -> Any:
    """A scikit-learn gradient-boosting classifier of "one material"; deterministic."""
    try:
        from sklearn.ensemble import HistGradientBoostingClassifier
        from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]
    except ImportError as missing:
        raise UsageError(
            "fitting needs scikit-learn.", "Install the project with its [training] extra."
        ) from missing
    model = HistGradientBoostingClassifier(
        max_iter=trees,
        learning_rate=LEARNING_RATE,
        max_leaf_nodes=LEAVES,
        min_samples_leaf=40,
        l2_regularization=2.0,
        early_stopping=False,
        random_state=0,
    )
    # one thread: sums in one order, so the same bytes on every machine of a kind
    with threadpool_limits(limits=1):
        return model.fit(samples.features, samples.same, samples.weight)


def ensemble_of(model: Any) -> TreeEnsemble:
    """The fitted trees as flat arrays, all trees one after the other."""
    trees = [stage[0].nodes for stage in model._predictors]
    starts = np.cumsum([0] + [len(nodes) for nodes in trees])
    nodes = np.concatenate(trees)
    offset = np.repeat(starts[:-1], [len(tree) for tree in trees])
    leaf = nodes["is_leaf"].astype(bool)
    return TreeEnsemble(
        feature=np.where(leaf, LEAF, nodes["feature_idx"]).astype(np.int16),
        threshold=_not_above(np.where(leaf, 0.0, nodes["num_threshold"])),
        left=np.where(leaf, 0, nodes["left"] + offset).astype(np.int32),
        right=np.where(leaf, 0, nodes["right"] + offset).astype(np.int32),
        value=np.where(leaf, nodes["value"], 0.0).astype(np.float32),
        roots=starts[:-1].astype(np.int32),
        bias=float(np.ravel(model._baseline_prediction)[0]),
    )


def _not_above(threshold: NDArray[np.float64]) -> NDArray[np.float32]:
    """The largest float32 that is not above each threshold, so that float32 features, which are
    what the trees were fitted on, fall on the same side as before."""
    nearest = threshold.astype(np.float32)
    below = np.nextafter(nearest, np.float32(-np.inf))
    return np.where(nearest.astype(np.float64) > threshold, below, nearest)


def write(ensemble: TreeEnsemble, path: Path) -> None:
    """Write the trees; the same trees give the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        np.savez_compressed(
            file,
            feature=ensemble.feature,
            threshold=ensemble.threshold,
            left=ensemble.left,
            right=ensemble.right,
            value=ensemble.value,
            roots=ensemble.roots,
            bias=np.float32(ensemble.bias),
            names=np.array(FEATURES),
        )

import subprocess
import sys

import pytest
from made_up import direct

from compare import CompareError, how_often


@pytest.mark.parametrize("draws", [0, -5, 1.5, True, "many", 10**12])
def test_a_number_of_draws_that_is_none_is_refused(draws):
    with pytest.raises(CompareError, match="draws"):
        how_often(direct((1, 2), (2, 1)), draws=draws)


@pytest.mark.parametrize("seed", [-1, 0.5, None])
def test_a_seed_that_is_none_is_refused(seed):
    with pytest.raises(CompareError, match="seed"):
        how_often(direct((1, 2), (2, 1)), seed=seed)


@pytest.mark.parametrize(("wrong", "usual"), [({"draws": 0}, "100000"), ({"seed": -1}, "0")])
def test_a_refused_number_comes_with_what_to_do(wrong, usual):
    with pytest.raises(CompareError) as caught:
        how_often(direct((1, 2), (2, 1)), **wrong)
    assert caught.value.fix == f"write such a number, or leave it out for {usual}"


@pytest.mark.parametrize(
    ("case", "weights", "taken"), [("case.yaml", None, "a Case"), (direct((1, 2)), {"alpha": 1}, "Weights or nothing")]
)
def test_anything_but_a_case_and_weights_is_refused(case, weights, taken):
    with pytest.raises(CompareError, match=f"takes {taken}"):
        how_often(case, weights=weights)


def test_numpy_is_loaded_when_it_is_needed_and_not_before():
    code = "import compare.robustness, sys; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

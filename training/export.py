"""From a checkpoint to the file that ships: ONNX, weights in eight bits."""

import argparse
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model

from training.model import Network

MODELS = Path(__file__).resolve().parents[1] / "src" / "sayso" / "models"
INPUTS = ("ids", "mask", "features")


def main() -> None:
    """Write the averaged weights of a run as `reader.onnx`."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--folder", type=Path, default=Path("runs/reader"))
    cli.add_argument("--output", type=Path, default=MODELS / "reader.onnx")
    wanted = cli.parse_args()
    export(network(wanted.folder / "checkpoint.pt"), wanted.output)


def network(checkpoint: Path) -> Network:
    """The running average of a checkpoint, ready to be asked."""
    average = torch.optim.swa_utils.AveragedModel(Network())
    average.load_state_dict(
        torch.load(checkpoint, map_location="cpu", weights_only=True)["average"]
    )
    module: Network = average.module
    return module.eval()


def export(trained: Network, output: Path) -> None:
    """Trace, fuse the attention, and quantize.

    Eight-bit products of two signed factors overflow on processors without VNNI, so the weights
    keep seven bits (`reduce_range`). Every score in the card is of the quantized weights.
    """
    trained.encoder.set_attn_implementation("eager")  # the form that ONNX Runtime can fuse
    with tempfile.TemporaryDirectory() as folder:
        traced, fused = Path(folder) / "traced.onnx", Path(folder) / "fused.onnx"
        sample = tuple(torch.ones((2, 12), dtype=torch.int64) for _ in INPUTS)
        pairs = ("links", "mentions", "arguments", "relations")
        axes = {name: {0: "batch", 1: "length"} for name in (*INPUTS, *Network.OUTPUTS)}
        axes |= {name: {0: "batch", 2: "length", 3: "length"} for name in pairs}
        torch.onnx.export(
            trained, sample, traced, input_names=list(INPUTS), output_names=list(Network.OUTPUTS),
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        heads = trained.encoder.config.num_attention_heads
        width = trained.encoder.config.hidden_size
        optimize_model(str(traced), "bert", num_heads=heads, hidden_size=width).save_model_to_file(
            str(fused)
        )
        quantize_dynamic(
            fused, output, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )  # fmt: skip
    onnx.checker.check_model(str(output))


if __name__ == "__main__":
    main()

package dev.semblance.onnx;

import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelCard.Graph;
import dev.semblance.model.ModelCard.Pooling;
import dev.semblance.model.ModelCard.TextSide;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.onnx.graph.TensorPort;
import dev.semblance.onnx.session.Networks;
import java.util.List;

/// Makes sure, before a network is opened, that it has what its card says. Stateless.
final class CardCheck {
  private CardCheck() {}

  static void check(ModelCard card, VariantChoice choice, Networks networks) {
    card.text()
        .ifPresent(side -> {
          String file = choice.text().orElseThrow().file();
          check(card, side.graph(), file, networks);
          checkIds(side, file, networks);
        });
    card.image()
        .ifPresent(
            side -> check(card, side.graph(), choice.image().orElseThrow().file(), networks));
  }

  private static void check(ModelCard card, Graph side, String file, Networks networks) {
    OnnxGraph graph = networks.graph(file);
    String called = networks.called(file);
    if (graph.input(side.input()).isEmpty()) {
      throw new ModelException(
          called + ": has no input " + side.input() + "; its inputs are " + names(graph.inputs()));
    }
    TensorPort output =
        graph
            .output(side.output())
            .orElseThrow(() ->
                new ModelException(
                    called
                        + ": has no output "
                        + side.output()
                        + "; its outputs are "
                        + names(graph.outputs())));
    int rank = side.pooling() == Pooling.NONE ? 2 : 3;
    if (output.rank() != rank && output.rank() != 0) {
      throw new ModelException(
          called
              + ": output "
              + output
              + " must be "
              + (rank == 2 ? "[batch, dimension]" : "[batch, tokens, dimension]"));
    }
    TensorPort last =
        side.head().map(head -> networks.graph(head).outputs().getFirst()).orElse(output);
    if (last.lastLength() > 0 && last.lastLength() != card.dimension()) {
      throw new ModelException(
          called
              + ": output "
              + last
              + " does not give the "
              + card.dimension()
              + " numbers that the card promises");
    }
  }

  private static void checkIds(TextSide side, String file, Networks networks) {
    TensorPort ids = networks.graph(file).input(side.graph().input()).orElseThrow();
    if (ids.rank() != 2) {
      throw new ModelException(networks.called(file) + ": input " + ids + " must be [batch, ids]");
    }
    int longest = side.tokenizer().maxLength();
    if (ids.length(1) != TensorPort.FREE && ids.length(1) < longest) {
      throw new ModelException(
          networks.called(file)
              + ": input "
              + ids
              + " takes "
              + ids.length(1)
              + " ids, and texts may have "
              + longest
              + "; maxLength must be at most "
              + ids.length(1));
    }
  }

  private static String names(List<TensorPort> ports) {
    return String.join(", ", ports.stream().map(TensorPort::toString).toList());
  }
}

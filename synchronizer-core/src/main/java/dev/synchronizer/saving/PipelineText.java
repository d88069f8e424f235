package dev.synchronizer.saving;

import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.util.Collection;
import java.util.List;

/**
 * What a configuration says of the pipeline, part by part: {@code limit before validate, audit after write, rules off}. Parts
 * are {@code PROCESSOR before STEP}, {@code PROCESSOR after STEP}, {@code PROCESSOR replaces STEP}, {@code STEP off} and
 * {@code STEP on}; each stands on what those before it have made.
 */
final class PipelineText {
    private static final int WITH_ANCHOR = 3;
    private static final int SWITCH = 2;

    private final Collection<SaveProcessor> processors;

    /** @param processors those that can be placed */
    PipelineText(Collection<SaveProcessor> processors) {
        this.processors = processors;
    }

    Pipeline applyTo(Pipeline pipeline, String text) {
        Pipeline made = pipeline;
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                made = apply(made, part.strip());
            }
        }
        return made;
    }

    private Pipeline apply(Pipeline pipeline, String part) {
        List<String> words = List.of(part.split("\\s+"));
        if (words.size() == SWITCH && (words.get(1).equals("on") || words.get(1).equals("off"))) {
            return pipeline.switched(words.get(0), words.get(1).equals("on"));
        }
        if (words.size() == WITH_ANCHOR) {
            switch (words.get(1)) {
                case "before" -> {
                    return pipeline.insertBefore(words.get(2), processor(words.get(0)));
                }
                case "after" -> {
                    return pipeline.insertAfter(words.get(2), processor(words.get(0)));
                }
                case "replaces" -> {
                    return pipeline.replace(words.get(2), processor(words.get(0)));
                }
                default -> throw unreadable(part);
            }
        }
        throw unreadable(part);
    }

    private SaveProcessor processor(String name) {
        return processors.stream()
                .filter(processor -> processor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private ProblemsException unknown(String name) {
        List<String> names =
                processors.stream().map(SaveProcessor::name).sorted().toList();
        String near = UnknownNames.nearest(name, names);
        String known =
                names.isEmpty() ? "none is registered" : "those that are registered are " + String.join(", ", names);
        return wrong(
                name,
                "there is no processor " + ColumnText.quoted(name)
                        + (near.isEmpty() ? "" : "; perhaps " + near + " is meant"),
                "register it; " + known);
    }

    private static ProblemsException unreadable(String part) {
        return wrong(
                "pipeline",
                ColumnText.quoted(part) + " says nothing of a pipeline",
                "write PROCESSOR before STEP, PROCESSOR after STEP, PROCESSOR replaces STEP, STEP off or STEP on");
    }

    private static ProblemsException wrong(String subject, String message, String fix) {
        return new ProblemsException(new Problem(ProblemCode.WRONG_PIPELINE, subject, message, fix), null);
    }
}

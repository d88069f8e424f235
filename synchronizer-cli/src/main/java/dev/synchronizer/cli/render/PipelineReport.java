package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.saving.Pipeline;
import dev.synchronizer.saving.PipelineStep;
import dev.synchronizer.saving.SaveProcessor;

/** The steps of saves. */
public final class PipelineReport implements Answer {
    private static final String FORMAT = "synchronizer-pipeline/1";
    private static final String BUILT_IN = "built in";

    private final Pipeline pipeline;

    public PipelineReport(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public String text(Style style) {
        Columns columns = new Columns("step", "mode", "by");
        for (PipelineStep step : pipeline.steps()) {
            columns.add(PlainText.of(step.name()), mode(step), PlainText.of(by(step)));
        }
        return columns.toString();
    }

    private static String mode(PipelineStep step) {
        return step.on() ? "on" : "off";
    }

    private static String by(PipelineStep step) {
        SaveProcessor processor = step.processor();
        return processor == null ? BUILT_IN : processor.getClass().getName();
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.array(
                    "steps",
                    pipeline.steps(),
                    step -> out.object(() -> out.text("name", step.name())
                            .text("mode", mode(step))
                            .flag("builtIn", step.isBuiltIn())
                            .text("by", by(step))));
        }));
    }
}

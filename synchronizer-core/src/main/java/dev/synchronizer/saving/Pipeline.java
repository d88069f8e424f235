package dev.synchronizer.saving;

import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The steps that every save takes, in their order: built-in ones, and processors that an application puts among them.
 * Immutable. What does not fit is refused where it is put together, with the list of steps.
 */
public final class Pipeline {
    /** The unit begins or is joined, and what is saved is locked. */
    public static final String LOCK = "lock";
    /** The state before is read, and the revision compared. */
    public static final String LOAD = "load";
    /** The change set is computed. */
    public static final String COMPARE = "compare";
    /** {@link SaveHandler#saving} of all handlers. */
    public static final String HANDLERS = "handlers";
    /** Validators, built-in ones and others. */
    public static final String VALIDATE = "validate";
    /** The rows are written. */
    public static final String WRITE = "write";
    /** Rules that are kept as data. */
    public static final String RULES = "rules";
    /** {@link SaveHandler#saved} of all handlers. */
    public static final String SAVED = "saved";
    /** What must leave is written: word for other nodes. */
    public static final String LEAVE = "leave";
    /** The unit is committed. */
    public static final String COMMIT = "commit";
    /** This node's cache is brought up to date. */
    public static final String REFRESH = "refresh";
    /** {@link SaveHandler#afterCommit} of all handlers. */
    public static final String AFTER_COMMIT = "after-commit";

    private static final Set<String> SWITCHABLE = Set.of(HANDLERS, RULES, SAVED, AFTER_COMMIT);
    private static final Pipeline STANDARD = new Pipeline(Stream.of(
                    LOCK, LOAD, COMPARE, HANDLERS, VALIDATE, WRITE, RULES, SAVED, LEAVE, COMMIT, REFRESH, AFTER_COMMIT)
            .map(PipelineStep::builtIn)
            .toList());

    private final List<PipelineStep> steps;
    private final List<PipelineStep> beforeWrite;
    private final List<PipelineStep> afterWrite;
    private final List<PipelineStep> afterCommit;

    private Pipeline(List<PipelineStep> steps) {
        this.steps = List.copyOf(steps);
        beforeWrite = taken(COMPARE, WRITE);
        afterWrite = taken(WRITE, COMMIT);
        afterCommit = on(this.steps.subList(index(COMMIT) + 1, this.steps.size()));
    }

    /** The built-in steps. */
    public static Pipeline standard() {
        return STANDARD;
    }

    private List<PipelineStep> taken(String from, String to) {
        return on(steps.subList(index(from) + 1, index(to)));
    }

    private static List<PipelineStep> on(List<PipelineStep> some) {
        return some.stream().filter(PipelineStep::on).toList();
    }

    /**
     * As a configuration has it, part by part: {@code limit before validate, audit after write, rules off}. Parts are
     * {@code PROCESSOR before STEP}, {@code PROCESSOR after STEP}, {@code PROCESSOR replaces STEP}, {@code STEP off} and
     * {@code STEP on}.
     *
     * @param processors those that it may name
     * @throws ProblemsException if a part cannot be read, or does not fit
     */
    public Pipeline configured(String text, Collection<SaveProcessor> processors) {
        return new PipelineText(processors).applyTo(this, text);
    }

    /** All of them, in their order. */
    public List<PipelineStep> steps() {
        return steps;
    }

    List<PipelineStep> beforeWrite() {
        return beforeWrite;
    }

    List<PipelineStep> afterWrite() {
        return afterWrite;
    }

    List<PipelineStep> afterCommit() {
        return afterCommit;
    }

    /** Whether there is a processor that is called for things of a kind. */
    boolean observes(SubjectKind kind) {
        return steps.stream().anyMatch(step -> !step.isBuiltIn() && step.isCalledFor(kind));
    }

    boolean isOn(String step) {
        return steps.get(index(step)).on();
    }

    /**
     * With a processor before a step.
     *
     * @throws ProblemsException if there is no such step, or the processor cannot stand there
     */
    public Pipeline insertBefore(String anchor, SaveProcessor processor) {
        return inserted(required(anchor, processor), processor);
    }

    /**
     * With a processor behind a step.
     *
     * @throws ProblemsException if there is no such step, or the processor cannot stand there
     */
    public Pipeline insertAfter(String anchor, SaveProcessor processor) {
        return inserted(required(anchor, processor) + 1, processor);
    }

    /**
     * With a processor in place of another one, or of a built-in step that can be switched off.
     *
     * @throws ProblemsException if there is no such step, or it cannot be replaced by that
     */
    public Pipeline replace(String name, SaveProcessor processor) {
        int at = required(name, processor);
        requireSwitchable(steps.get(at));
        List<PipelineStep> others = new ArrayList<>(steps);
        others.remove(at);
        if (steps.get(at).isBuiltIn()) {
            // It keeps its place, so that others can be placed by it.
            return switched(name, false).inserted(at, processor);
        }
        return new Pipeline(others).inserted(at, processor);
    }

    /**
     * With a step switched on or off.
     *
     * @throws ProblemsException if there is no such step, or no save can do without it
     */
    public Pipeline switched(String name, boolean on) {
        int at = find(name).orElseThrow(() -> unknown(name, "the pipeline"));
        requireSwitchable(steps.get(at));
        List<PipelineStep> others = new ArrayList<>(steps);
        others.set(at, others.get(at).switched(on));
        return new Pipeline(others);
    }

    private void requireSwitchable(PipelineStep step) {
        if (step.isBuiltIn() && !SWITCHABLE.contains(step.name())) {
            throw refused(step.name(), "no save can do without the step " + step.name());
        }
    }

    private int required(String anchor, SaveProcessor processor) {
        return find(anchor).orElseThrow(() -> unknown(anchor, processor.name()));
    }

    private ProblemsException unknown(String anchor, String subject) {
        String near = UnknownNames.nearest(
                anchor, steps.stream().map(PipelineStep::name).toList());
        String meant = near.isEmpty() ? "" : "; perhaps " + near + " is meant";
        return refused(subject, "there is no step " + ColumnText.quoted(anchor) + meant);
    }

    private Pipeline inserted(int at, SaveProcessor processor) {
        String name = processor.name();
        SaveNames.requireName("processor", name);
        if (find(name).isPresent()) {
            throw refused(name, "there is a step of this name already");
        }
        if (at <= index(COMPARE)) {
            throw refused(name, "nothing is known of a save before the step " + COMPARE);
        }
        if (at > index(WRITE) && processor.aborts()) {
            throw refused(name, "it may refuse a save or change it, and stands behind the step " + WRITE);
        }
        List<PipelineStep> others = new ArrayList<>(steps);
        others.add(at, PipelineStep.of(processor));
        return new Pipeline(others);
    }

    private int index(String builtIn) {
        return find(builtIn).orElseThrow();
    }

    private Optional<Integer> find(String name) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).name().equals(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private ProblemsException refused(String subject, String message) {
        return new ProblemsException(
                new Problem(ProblemCode.WRONG_PIPELINE, subject, message, "place it among these steps: " + this), null);
    }

    /** The names of the steps in their order. */
    @Override
    public String toString() {
        return steps.stream()
                .map(step -> step.on() ? step.name() : step.name() + " (off)")
                .collect(Collectors.joining(", "));
    }
}

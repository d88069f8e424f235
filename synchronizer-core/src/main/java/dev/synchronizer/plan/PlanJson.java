package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Reason;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans in the contract's JSON form, {@code synchronizer-plan/1}: fields may be added, never renamed. */
public final class PlanJson {
    /** The name and version of the form. */
    public static final String FORMAT = "synchronizer-plan/1";

    private final SyncPlan plan;
    private final JsonOut out;
    private final boolean all;
    private final boolean ofDeeds;

    private PlanJson(SyncPlan plan, JsonOut out, boolean all, boolean ofDeeds) {
        this.plan = plan;
        this.out = out;
        this.all = all;
        this.ofDeeds = ofDeeds;
    }

    /**
     * Writes a plan.
     *
     * @param all whether identical and absent entries, and overrides that simply hold, are listed too
     */
    public static void write(SyncPlan plan, boolean dryRun, boolean committed, boolean all, JsonOut out) {
        new PlanJson(plan, out, all, false).plan(dryRun, committed);
    }

    /**
     * Writes all that a plan does, and what that does to people: not what is wrong or worth knowing, which may be worded
     * otherwise next time, and of overrides only those that would be lost.
     */
    static void writeDeeds(SyncPlan plan, JsonOut out) {
        new PlanJson(plan.withOnlyProblems(Problems.none()).withoutSuppressed(), out, true, true).plan(true, false);
    }

    private void plan(boolean dryRun, boolean committed) {
        out.object(() -> {
            out.text("format", FORMAT);
            out.flag("dryRun", dryRun);
            out.flag("committed", committed);
            out.number("revision", plan.revision());
            out.name("summary");
            SummaryJson.write(plan.summary(), out);
            out.array("modules", plan.modules(), this::module);
            out.array("types", listed(plan.types()), this::type);
            OverrideJson.write(plan, this::lists, out);
            StepPlanJson.write(plan.steps(), !ofDeeds, out);
            writeProblems("problems", plan.problems(), out);
            writeProblems("suppressed", plan.suppressed(), out);
        });
    }

    private List<TypePlan> listed(List<TypePlan> types) {
        return all
                ? types
                : types.stream().filter(type -> matters(type.state())).toList();
    }

    private List<PropertyPlan> listedProperties(List<PropertyPlan> properties) {
        return all
                ? properties
                : properties.stream().filter(p -> matters(p.state())).toList();
    }

    private static boolean matters(ChangeState state) {
        return state != ChangeState.IDENTICAL && state != ChangeState.ABSENT;
    }

    private boolean lists(OverridePlan override) {
        return ofDeeds
                ? override.state() == OverrideState.DELETED
                : all || override.state().needsAttention();
    }

    private void module(ModulePlan module) {
        out.object(() -> {
            out.text("name", module.name());
            out.text("version", module.version());
            out.text("storedVersion", module.storedVersion());
            out.text("state", module.state().label());
            out.text("fingerprint", module.knownFingerprint());
            out.text("storedFingerprint", module.storedFingerprint());
        });
    }

    private void type(TypePlan type) {
        StoredType row = type.rowAfter() == null ? type.diff().stored() : type.rowAfter();
        out.object(() -> {
            out.text("name", type.name());
            out.text("guid", row == null ? null : row.guid().toString());
            out.text("class", className(type));
            out.text("module", type.diff().module());
            out.text("state", type.state().label());
            reasons(type.diff().reasons());
            out.text("grade", type.grade().label());
            out.text("action", type.action().label());
            content(type.radius(), type.blockedBy());
            overridesDeleted(plan.overridesDeletedWith(type));
            out.array("settings", type.settings(), this::setting);
            suggestions(type.suggestions());
            out.array("properties", listedProperties(type.properties()), this::property);
        });
    }

    private static @Nullable String className(TypePlan type) {
        if (type.diff().after() != null) {
            return type.diff().after().className();
        }
        return type.diff().stored() == null ? null : type.diff().stored().className();
    }

    private void property(PropertyPlan property) {
        out.object(() -> {
            out.text("name", property.name());
            out.text("dataType", dataType(property));
            out.text("state", property.state().label());
            reasons(property.diff().reasons());
            out.text("grade", property.grade().label());
            out.text("action", property.action().label());
            content(property.radius(), property.blockedBy());
            overridesDeleted(plan.overridesDeletedWith(property));
            out.array("settings", property.settings(), this::setting);
            suggestions(property.suggestions());
        });
    }

    private static @Nullable String dataType(PropertyPlan property) {
        if (property.diff().after() != null) {
            return property.diff().after().type().toString();
        }
        if (property.diff().before() != null) {
            return property.diff().before().type().toString();
        }
        return property.diff().stored() == null
                ? null
                : property.diff().stored().dataType();
    }

    private void reasons(Collection<Reason> reasons) {
        out.texts("reasons", reasons.stream().map(Reason::name).toList());
    }

    /** Content comes and goes all the time; what a plan does changes only with what blocks, and not with how much. */
    private void content(BlastRadius radius, List<String> blockedBy) {
        if (ofDeeds) {
            out.flag("blocked", !blockedBy.isEmpty());
        } else {
            ConcernJson.writeRadius(radius, out);
            out.texts("blockedBy", blockedBy);
        }
    }

    private void overridesDeleted(int number) {
        if (number > 0) {
            out.number("overridesDeleted", number);
        }
    }

    private void setting(SettingPlan setting) {
        out.object(() -> {
            out.text("name", setting.change().key().label());
            out.name("from");
            ModelJson.writeValue(setting.change().from(), out);
            out.name("to");
            ModelJson.writeValue(setting.change().to(), out);
            out.text("effect", setting.effect().label());
            if (setting.override() != null && !ofDeeds) {
                OverrideJson.writeHiding(setting.override(), out);
            }
            out.text("grade", setting.grade().label());
            ConcernJson.write(setting.concern(), ofDeeds, out);
        });
    }

    private void suggestions(List<Suggestion> suggestions) {
        if (!suggestions.isEmpty()) {
            out.array(
                    "suggestions",
                    suggestions,
                    suggestion -> out.object(() -> {
                        out.text("name", suggestion.name());
                        out.number("likeness", suggestion.likeness());
                        out.text("annotation", suggestion.annotation());
                    }));
        }
    }

    /** Writes problems in the form that they have in a plan. */
    public static void writeProblems(String name, Problems problems, JsonOut out) {
        out.array(name, problems.asList(), problem -> problem(problem, out));
    }

    private static void problem(Problem problem, JsonOut out) {
        out.object(() -> {
            out.text("code", problem.code().id());
            out.text("severity", problem.severity().label());
            out.text("message", problem.message());
            out.text("subject", problem.subject());
            out.text("fix", problem.fix());
        });
    }

    /** The plan of a run that ended before anything was compared. */
    public static SyncPlan ofProblems(Problems problems) {
        Summary nothing = new Summary(Map.of(), Map.of(), 0, dev.synchronizer.diff.Grade.COMPATIBLE);
        return new SyncPlan(0, nothing, List.of(), List.of(), problems, Problems.none());
    }
}

package dev.synchronizer.cli.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.synchronizer.annotation.Migration;
import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.diff.Reason;
import dev.synchronizer.json.JsonIn;
import dev.synchronizer.model.UsedItem;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.BlastRadius;
import dev.synchronizer.plan.Effect;
import dev.synchronizer.plan.OverrideState;
import dev.synchronizer.plan.StepPlan;
import dev.synchronizer.plan.Suggestion;
import dev.synchronizer.plan.SummaryJson;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the JSON form of a recorded plan. */
final class PlanReader {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private PlanReader() {}

    static PlanView read(String json) {
        try {
            JsonNode plan = MAPPER.readTree(json);
            return new PlanView(
                    JsonIn.read(plan.path("summary").toString(), SummaryJson::read),
                    list(plan.path("modules"), PlanReader::module),
                    list(plan.path("types"), PlanReader::type),
                    list(plan.path("overrides"), PlanReader::override),
                    list(plan.path("following"), PlanReader::following).stream()
                            .flatMap(List::stream)
                            .toList(),
                    list(plan.path("steps"), PlanReader::step),
                    list(plan.path("problems"), PlanReader::problem),
                    list(plan.path("suppressed"), PlanReader::problem));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModuleView module(JsonNode module) {
        return new ModuleView(
                module.path("name").asText(),
                textOrNull(module.path("version")),
                textOrNull(module.path("storedVersion")),
                ModuleState.valueOf(constant(module.path("state"))));
    }

    private static TypeView type(JsonNode type) {
        return new TypeView(
                entry(type), type.path("module").asText(), list(type.path("properties"), PlanReader::property));
    }

    private static PropertyView property(JsonNode property) {
        return new PropertyView(entry(property), textOrNull(property.path("dataType")));
    }

    private static EntryView entry(JsonNode entry) {
        JsonNode radius = entry.path("blastRadius");
        return new EntryView(
                entry.path("name").asText(),
                ChangeState.valueOf(constant(entry.path("state"))),
                list(entry.path("reasons"), reason -> Reason.valueOf(reason.asText())),
                grade(entry),
                Action.valueOf(constant(entry.path("action"))),
                new BlastRadius(
                        radius.path("items").asLong(), radius.path("values").asLong()),
                list(entry.path("blockedBy"), JsonNode::asText),
                entry.path("overridesDeleted").asInt(),
                list(entry.path("settings"), PlanReader::setting),
                list(entry.path("suggestions"), PlanReader::suggestion));
    }

    private static SettingView setting(JsonNode setting) {
        return new SettingView(
                setting.path("name").asText(),
                textOrNull(setting.path("from")),
                textOrNull(setting.path("to")),
                Effect.valueOf(constant(setting.path("effect"))),
                setting.has("overriddenBy") ? saved(setting) : null,
                grade(setting),
                concern(setting));
    }

    private static ConcernView concern(JsonNode setting) {
        JsonNode first = setting.path("misfits").path("first").path(0);
        SortedMap<String, Long> translations = new TreeMap<>();
        setting.path("translations")
                .properties()
                .forEach(each -> translations.put(each.getKey(), each.getValue().asLong()));
        return new ConcernView(
                setting.path("blastRadius").path("items").asLong(),
                setting.path("blastRadius").path("values").asLong(),
                setting.path("misfits").path("values").asLong(),
                first.isMissingNode() ? null : example(first),
                translations);
    }

    private static String example(JsonNode misfit) {
        UsedItem item = new UsedItem(
                UUID.fromString(misfit.path("item").asText()),
                misfit.path("name").asText());
        return ConcernView.example(
                misfit.path("value").asText(),
                item.toString(),
                misfit.path("language").asText());
    }

    private static StepView step(JsonNode step) {
        return new StepView(
                step.path("module").asText(),
                step.path("name").asText(),
                step.path("version").asText(),
                Migration.Phase.valueOf(constant(step.path("phase"))),
                StepPlan.State.valueOf(constant(step.path("state"))),
                step.has("items") ? step.path("items").asLong() : null,
                false);
    }

    private static SavedView saved(JsonNode setting) {
        return new SavedView(
                textOrNull(setting.path("overriddenWith")),
                setting.path("overriddenBy").asText(),
                setting.path("overriddenAt").asText());
    }

    private static OverrideView override(JsonNode override) {
        return new OverrideView(
                override.path("address").asText(),
                OverrideState.valueOf(constant(override.path("standing"))),
                textOrNull(override.path("value")),
                override.path("savedBy").asText(),
                override.path("savedAt").asText(),
                textOrNull(override.path("defaultThen")),
                textOrNull(override.path("defaultNow")));
    }

    private static List<FollowingView> following(JsonNode row) {
        String property = textOrNull(row.path("property"));
        String type = row.path("type").asText();
        return list(
                row.path("settings"),
                setting -> new FollowingView(
                        property == null ? type : type + "." + property,
                        setting.path("name").asText(),
                        textOrNull(setting.path("from")),
                        textOrNull(setting.path("to"))));
    }

    private static Suggestion suggestion(JsonNode suggestion) {
        return new Suggestion(
                suggestion.path("name").asText(),
                suggestion.path("likeness").asInt(),
                suggestion.path("annotation").asText());
    }

    private static Problem problem(JsonNode problem) {
        return new Problem(
                Objects.requireNonNull(ProblemCode.byId(problem.path("code").asText())),
                problem.path("subject").asText(),
                problem.path("message").asText(),
                problem.path("fix").asText());
    }

    private static Grade grade(JsonNode node) {
        return Grade.valueOf(constant(node.path("grade")));
    }

    private static String constant(JsonNode label) {
        return label.asText().toUpperCase(Locale.ROOT);
    }

    /** A value as one text, such as {@code true}, {@code 1.5} or {@code a, b}. */
    private static @Nullable String textOrNull(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isArray()) {
            return String.join(", ", list(value, JsonNode::asText));
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        return StreamSupport.stream(array.spliterator(), false).map(each).toList();
    }
}

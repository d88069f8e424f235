package dev.synchronizer.settings;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.lookup.KnownType;
import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.validate.ModelValidator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is effective of a store, judged by the rules of a valid model. */
final class EffectiveModel {
    /** What a scan judges by the classes that it finds; a former name that code gave up may be used by others. */
    private static final Set<ProblemCode> OF_CLASSES = Set.of(
            ProblemCode.UNKNOWN_ALLOWED_TYPE, ProblemCode.CLASS_NAME_NOT_STORABLE, ProblemCode.RENAME_OF_A_LIVING_NAME);

    private final Map<String, TypeModel> types;

    /** The type that a problem misses; what is near it is looked for only where somebody is told. */
    private final Map<Problem, String> missing = new HashMap<>();

    private EffectiveModel(StoredModel stored) {
        types = KnownType.all(stored).values().stream()
                .filter(type -> type.stored().orphanedSince() == null)
                .map(KnownType::effective)
                .collect(Collectors.toMap(TypeModel::name, Function.identity(), (one, other) -> one, HashMap::new));
    }

    /** What would be wrong after a change and was not before it: what was wrong already is not this change's doing. */
    static Problems newProblems(StoredModel before, StoredModel after) {
        Set<Problem> known = new HashSet<>(new EffectiveModel(before).problems().asList());
        EffectiveModel changed = new EffectiveModel(after);
        return Problems.of(changed.problems().stream()
                .filter(problem -> !known.contains(problem))
                .map(changed::inWordsOfDefinitions)
                .toList());
    }

    private Problems problems() {
        ModuleModel all = new ModuleModel("", null, List.copyOf(types.values()));
        Problems byRules = ModelValidator.validate(ContentModel.of(all))
                .problems()
                .only(problem -> !OF_CLASSES.contains(problem.code()));
        return byRules.and(
                Problems.of(types.values().stream().flatMap(this::ofType).toList()));
    }

    private Stream<Problem> ofType(TypeModel type) {
        Stream<Problem> places = Stream.of(SettingKey.ALLOWED_PARENTS, SettingKey.ALLOWED_CHILDREN)
                .flatMap(
                        key -> unknown(type.name(), key.label(), type.settings().texts(key)));
        return Stream.concat(places, type.properties().stream().flatMap(property -> ofProperty(type, property)));
    }

    private Stream<Problem> ofProperty(TypeModel type, PropertyModel property) {
        String subject = type.name() + "." + property.name();
        Stream<Problem> allowed = unknown(
                subject, SettingKey.ALLOWED_TYPES.label(), property.settings().texts(SettingKey.ALLOWED_TYPES));
        return Stream.concat(allowed, embedded(subject, property.type().blockType()));
    }

    private Stream<Problem> embedded(String subject, @Nullable String block) {
        if (block == null) {
            return Stream.empty();
        }
        TypeModel embedded = types.get(block);
        if (embedded == null) {
            return Stream.of(missing(ProblemCode.NOT_STORED, subject, "it embeds ", block));
        }
        return embedded.kind() == ContentKind.BLOCK
                ? Stream.empty()
                : Stream.of(new Problem(
                        ProblemCode.NOT_A_BLOCK,
                        subject,
                        "it embeds " + block + ", which is a " + embedded.kind() + " and no BLOCK",
                        "embed a type of kind BLOCK, or use a REFERENCE"));
    }

    private Stream<Problem> unknown(String subject, String setting, List<String> names) {
        return names.stream()
                .filter(name -> !types.containsKey(name))
                .map(name -> missing(ProblemCode.UNKNOWN_ALLOWED_TYPE, subject, setting + " names ", name));
    }

    private Problem missing(ProblemCode code, String subject, String names, String type) {
        Problem problem = Problem.of(code, subject, names + type + ", and no such type is in use");
        missing.put(problem, type);
        return problem;
    }

    /** The rules speak of classes and annotations to those who write models. */
    private Problem inWordsOfDefinitions(Problem problem) {
        String[] place = problem.subject().split("#", 2);
        String subject = place.length < 2
                ? problem.subject()
                : types.values().stream()
                        .filter(type -> place[0].equals(type.className()) || place[0].equals(type.name()))
                        .findFirst()
                        .map(type -> type.name() + "." + place[1])
                        .orElse(problem.subject());
        return new Problem(problem.code(), subject, problem.message(), fix(problem));
    }

    private String fix(Problem problem) {
        String type = missing.get(problem);
        if (type != null) {
            String near = UnknownNames.nearest(type, types.keySet());
            return (near.isEmpty() ? "" : "write " + near + ", or ") + "define that type first";
        }
        return switch (problem.code()) {
            case INVALID_NAME, DUPLICATE_PROPERTY_NAME -> "choose another name";
            case BLOCK_CYCLE -> "use a REFERENCE in place of one of the blocks";
            case SETTING_NOT_APPLICABLE -> "leave the setting out, or take it away by --null";
            default -> problem.fix();
        };
    }
}

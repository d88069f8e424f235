package dev.synchronizer.scan;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.ValueText;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes properties of what classes say of them (A2, A3, A4). Equal ones are the same object, wherever they occur. */
final class PropertyBuilder {
    private final ContentNames names;
    private final ValueTypes valueTypes;
    private final AccessorPairs pairs;
    private final Collection<Problem> problems;
    private final Map<PropertyModel, PropertyModel> shared = new HashMap<>();

    PropertyBuilder(ClassLookup lookup, Collection<Problem> problems) {
        this.names = new ContentNames(lookup);
        this.valueTypes = new ValueTypes(lookup, problems);
        this.pairs = new AccessorPairs(problems);
        this.problems = problems;
    }

    /** The property, or nothing if it is none, is left out, or is reported as a problem. */
    Optional<PropertyModel> build(PropertyView view) {
        if (view.isIgnored()) {
            return Optional.empty();
        }
        Optional<PropertyView.Source> source = view.source();
        pairs.check(view, source);
        return source.flatMap(from -> build(view, from)).map(this::share);
    }

    private PropertyModel share(PropertyModel property) {
        PropertyModel same = shared.putIfAbsent(property, property);
        return same == null ? property : same;
    }

    private Optional<PropertyModel> build(PropertyView view, PropertyView.Source source) {
        String subject = source.owner().name() + "#" + view.name();
        JavaType javaType = source.member().type();
        Optional<ValueType> natural = valueTypes.of(javaType, subject);
        if (natural.isEmpty()) {
            return Optional.empty();
        }
        boolean many = natural.get().type().isMany();
        boolean record = source.member().kind() == Member.Kind.COMPONENT;
        SaidOfProperty said = new SaidOfProperty(names);
        Constraints constraints = new Constraints();
        for (Contribution contribution : view.contributions()) {
            List<Member> members = contribution.declared().members(record);
            members.forEach(member -> said.add(member.annotations()));
            if (hasConstraints(members)) {
                constraints.inherit(constraintsOf(members, many, subject));
            }
        }
        constraints.addTo(said.settings(), many);
        said.settings()
                .put(SettingKey.ALLOWED_VALUES, SettingValue.list(natural.get().allowedValues()));
        Settings settings = Settings.of(said.settings().values());
        return dataType(natural.get().type(), said, settings, javaType, subject)
                .map(type -> new PropertyModel(
                        said.name().isEmpty() ? view.name() : said.name(),
                        type,
                        settings,
                        said.formerNames(),
                        said.suppressed(),
                        source.owner().name()));
    }

    private static boolean hasConstraints(List<Member> members) {
        for (Member member : members) {
            for (Annotation annotation : member.annotations()) {
                if (!annotation.ours()) {
                    return true;
                }
            }
        }
        return false;
    }

    private Constraints constraintsOf(List<Member> members, boolean many, String subject) {
        ConstraintReader reader = new ConstraintReader(
                many,
                mistake -> problems.add(new Problem(
                        ProblemCode.CONTRADICTORY_CONSTRAINTS, subject, mistake, "write a decimal number")));
        for (Member member : members) {
            if (member.kind() != Member.Kind.SETTER) {
                reader.read(member.annotations());
            }
        }
        return reader.constraints();
    }

    private Optional<PropertyType> dataType(
            PropertyType natural, SaidOfProperty said, Settings settings, JavaType javaType, String subject) {
        if (said.dataType().isEmpty()) {
            boolean large = natural.equals(PropertyType.single(DataType.STRING))
                    && settings.number(SettingKey.MAX_LENGTH).stream()
                            .anyMatch(max -> max.longValue() > ValueText.MAX_STRING_LENGTH);
            return Optional.of(large ? PropertyType.single(DataType.TEXT) : natural);
        }
        List<DataType> possible = DataTypes.possible(natural.base());
        for (DataType type : possible) {
            if (type.name().equals(said.dataType())) {
                return Optional.of(new PropertyType(natural.cardinality(), type, natural.blockType()));
            }
        }
        String choice = String.join(", ", possible.stream().map(DataType::name).toList());
        problems.add(Problem.of(
                ProblemCode.IMPOSSIBLE_DATA_TYPE,
                subject,
                "@Property(type = " + said.dataType() + ") does not fit the Java type " + javaType + "; possible is "
                        + choice));
        return Optional.empty();
    }
}

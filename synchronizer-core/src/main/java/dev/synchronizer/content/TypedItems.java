package dev.synchronizer.content;

import dev.synchronizer.bean.BeanProblems;
import dev.synchronizer.bean.TypedClass;
import dev.synchronizer.bean.TypedClasses;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.value.Languages;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.Values;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Items as objects of model classes. */
final class TypedItems {
    private final Reading reading;
    private final Creating creating;
    private final Saving saving;
    private final TypedClasses classes = new TypedClasses();

    TypedItems(Reading reading, Creating creating, Saving saving) {
        this.reading = reading;
        this.creating = creating;
        this.saving = saving;
    }

    <T> T get(UUID id, Class<T> target, String language) {
        String tag = tag(language);
        TypedClass described = classes.describe(target);
        return reading.one(id, (held, types) -> {
                    requireType(described, held.type().name(), id);
                    Values seen = new Succession(held.type(), types).seen(held.own());
                    return target.cast(new TypedValues(classes, types, tag).fill(held.type(), seen, target));
                })
                .orElseThrow(() -> ItemProblems.missing(id));
    }

    Item create(String actor, String name, @Nullable UUID parent, Object bean, String language) {
        String tag = tag(language);
        String type = classes.describe(bean.getClass()).typeName();
        return creating.create(
                actor,
                NewItem.of(type, name).below(parent),
                (known, types) -> new TypedValues(classes, types, tag).ofNew(known, bean));
    }

    Item save(String actor, UUID id, long revision, Object bean, String language) {
        String tag = tag(language);
        TypedClass described = classes.describe(bean.getClass());
        return saving.save(actor, id, revision, null, (held, types, violations) -> {
            requireType(described, held.type().name(), id);
            Succession succession = new Succession(held.type(), types);
            Values given = new TypedValues(classes, types, tag).over(held.type(), succession.seen(held.own()), bean);
            Values canonical = GivenValues.canonical(held.type(), given, types, violations);
            return new Saving.Edited(succession.saved(held.own(), canonical, violations), held.orphaned());
        });
    }

    private static String tag(String language) {
        try {
            return Languages.canonical(language);
        } catch (UnfitValueException e) {
            throw ItemProblems.refusal(ProblemCode.WRONG_LANGUAGE, "language", "what is asked for " + e.getMessage());
        }
    }

    private static void requireType(TypedClass described, String type, UUID id) {
        if (!described.typeName().equals(type)) {
            throw BeanProblems.noAccess(
                    described.type(),
                    "it is the type " + described.typeName() + ", and the item " + id + " is of " + type);
        }
    }
}

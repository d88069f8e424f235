package dev.synchronizer.content;

import dev.synchronizer.bean.BeanProblems;
import dev.synchronizer.bean.JavaValues;
import dev.synchronizer.bean.TypedClass;
import dev.synchronizer.bean.TypedClasses;
import dev.synchronizer.bean.TypedProperty;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.PropertyType.Cardinality;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.value.Block;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.ValueForm;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fills objects of model classes with values, in one language, and takes values out of them. */
final class TypedValues {
    private final TypedClasses classes;
    private final TypeView types;
    private final String language;

    TypedValues(TypedClasses classes, TypeView types, String language) {
        this.classes = classes;
        this.types = types;
        this.language = language;
    }

    /** @throws dev.synchronizer.problem.ProblemsException if the class is another type */
    private TypedClass described(ItemType type, Class<?> target) {
        TypedClass described = classes.describe(target);
        if (!described.typeName().equals(type.name())) {
            throw BeanProblems.noAccess(
                    target,
                    "it is the type " + described.typeName() + ", and " + type.name() + " is what stands there");
        }
        return described;
    }

    /** An object with the values of an item or a block, as far as the class has properties for them. */
    Object fill(ItemType type, Values values, Class<?> target) {
        return described(type, target).make(property -> {
            ItemProperty known = type.property(property.name()).orElse(null);
            Object value = known == null ? null : shown(known, values).orElse(null);
            return known == null || value == null
                    ? JavaValues.nothing(property.type())
                    : java(type, known, value, property);
        });
    }

    /** The value in this language, else in a less specific one, else that of none in particular. */
    private Optional<Object> shown(ItemProperty property, Values values) {
        String tag = property.localized() ? language : "";
        while (!tag.isEmpty() && values.get(property.name(), tag).isEmpty()) {
            int end = tag.lastIndexOf('-');
            tag = end < 0 ? "" : tag.substring(0, end);
        }
        return values.get(property.name(), tag);
    }

    private Object java(ItemType owner, ItemProperty property, Object value, TypedProperty target) {
        try {
            if (!(value instanceof Collection<?> many)) {
                return single(property.type(), value, target.type());
            }
            Collection<Object> all =
                    property.type().cardinality() == Cardinality.SET ? new LinkedHashSet<>() : new ArrayList<>();
            many.forEach(one -> all.add(single(property.type(), one, target.element())));
            return target.type().cast(all);
        } catch (ClassCastException | ArithmeticException e) {
            throw BeanProblems.noAccess(
                    target.getter().getDeclaringClass(),
                    owner.name() + "." + property.name() + " is " + property.type()
                            + ", and a value of it does not fit "
                            + target.type().getSimpleName() + ": "
                            + e.getMessage());
        }
    }

    private Object single(PropertyType type, Object value, Class<?> target) {
        if (!(value instanceof Block block)) {
            return JavaValues.single(value, target);
        }
        return fill(blockType(type), block.values(), target);
    }

    private ItemType blockType(PropertyType type) {
        String name = String.valueOf(type.blockType());
        return types.type(name)
                .orElseThrow(
                        () -> ItemProblems.refusal(ProblemCode.NOT_STORED, name, "no type \"" + name + "\" is stored"));
    }

    /** What an object holds, by the names of properties; nothing stands where there is null. */
    private Map<String, Object> extract(ItemType type, Object bean) {
        Map<String, Object> held = new TreeMap<>();
        for (TypedProperty property : described(type, bean.getClass()).properties()) {
            Object value = property.get(bean);
            if (value != null) {
                held.put(property.name(), value);
            }
        }
        return held;
    }

    /**
     * The values of an item or a block after an object of a class was saved over them: only what the object holds
     * otherwise than one that is filled with them is changed, and all else stays.
     */
    Values over(ItemType type, Values before, Object bean) {
        Map<String, Object> held = extract(type, bean);
        Values old = look(type, fill(type, before, bean.getClass()));
        Values now = look(type, held);
        Values values = before;
        for (TypedProperty property : classes.describe(bean.getClass()).properties()) {
            ItemProperty known = type.property(property.name()).orElse(null);
            ValueKey place = place(property.name(), known);
            if (!now.isSameAt(place, old)) {
                Object seen = known == null ? null : shown(known, before).orElse(null);
                values = values.with(place, value(known, held.get(property.name()), seen));
            }
        }
        return values;
    }

    /** The values of a new item or block. */
    Values ofNew(ItemType type, Object bean) {
        return ofNew(type, extract(type, bean));
    }

    private Values ofNew(ItemType type, Map<String, Object> held) {
        Map<ValueKey, Object> values = new HashMap<>();
        held.forEach((name, java) -> {
            ItemProperty known = type.property(name).orElse(null);
            values.put(place(name, known), Objects.requireNonNull(value(known, java, null)));
        });
        return Values.of(values);
    }

    private ValueKey place(String name, @Nullable ItemProperty known) {
        return new ValueKey(name, known != null && known.localized() ? language : "");
    }

    /** What an object holds, in the one form that values have: objects that hold the same look the same. */
    Values look(ItemType type, Object bean) {
        return look(type, extract(type, bean));
    }

    private Values look(ItemType type, Map<String, Object> held) {
        Map<ValueKey, Object> looks = new HashMap<>();
        ofNew(type, held).forEach((place, value) -> {
            Object canonical = canonical(type.property(place.property()).orElse(null), value);
            if (canonical != null) {
                looks.put(place, canonical);
            }
        });
        return Values.of(looks);
    }

    /** What is none of the data type stays as it is, and is found out when it is saved. */
    private @Nullable Object canonical(@Nullable ItemProperty known, Object value) {
        try {
            return known == null ? value : ValueForm.canonical(known.type(), value, types);
        } catch (UnfitValueException e) {
            return value;
        }
    }

    /**
     * A value with blocks in the place of objects.
     *
     * @param before what the property had
     */
    private @Nullable Object value(@Nullable ItemProperty property, @Nullable Object java, @Nullable Object before) {
        if (property == null || java == null || property.type().blockType() == null) {
            return java;
        }
        ItemType type = blockType(property.type());
        if (java instanceof Collection<?> many) {
            return new BlockMatching(this, type, before instanceof Collection<?> blocks ? blocks : List.of())
                    .match(many);
        }
        return new Block(before instanceof Block block ? over(type, block.values(), java) : ofNew(type, java));
    }
}

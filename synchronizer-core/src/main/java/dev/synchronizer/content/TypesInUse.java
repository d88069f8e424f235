package dev.synchronizer.content;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds types by name, and keeps them as they are while items of them are saved. */
final class TypesInUse {
    private TypesInUse() {}

    /**
     * The type of this name, where all types are known.
     *
     * @throws ProblemsException if nothing of this name is stored
     */
    static ItemType requireKnown(String name, TypeView types) {
        return types.type(name)
                .orElseThrow(() -> new ProblemsException(UnknownNames.typeAmong(name, types.names()), null));
    }

    /** Why no items can be made of a type. */
    static Optional<String> obstacle(ItemType type) {
        if (type.effective() == null) {
            return Optional.of("code no longer declares " + type.name());
        }
        if (type.effective().settings().flag(SettingKey.ABSTRACT)) {
            return Optional.of(type.name() + " is abstract");
        }
        if (type.effective().kind() == ContentKind.BLOCK) {
            return Optional.of(type.name() + " is a block, which lives inside other items");
        }
        return type.id() == 0 ? Optional.of("newer code has taken " + type.name() + " away") : Optional.empty();
    }

    static void requireUsable(ItemType type) {
        obstacle(type).ifPresent(obstacle -> {
            throw ItemProblems.refusal(ProblemCode.NO_ITEMS_OF_TYPE, type.name(), obstacle);
        });
    }

    static void checkUsable(ItemType type, Violations violations) {
        obstacle(type)
                .ifPresent(obstacle -> violations.add(
                        ProblemCode.NO_ITEMS_OF_TYPE, "kind", obstacle, ProblemCode.NO_ITEMS_OF_TYPE.fix()));
    }

    /**
     * Keeps types, and the blocks that they embed, from being changed until the transaction ends.
     *
     * @throws Moved if they are known as of another moment
     */
    static void keep(Collection<ItemType> wanted, ItemUnit items) {
        Set<Long> ids = new TreeSet<>();
        wanted.forEach(type -> add(type, items.types(), ids));
        items.transaction().keepTypes(ids);
        items.requireSameMoment();
    }

    private static void add(ItemType type, TypeView types, Set<Long> ids) {
        if (type.id() != 0 && ids.add(type.id())) {
            for (ItemProperty property : type.properties()) {
                String block = property.type().blockType();
                if (block != null) {
                    types.type(block).ifPresent(embedded -> add(embedded, types, ids));
                }
            }
        }
    }
}

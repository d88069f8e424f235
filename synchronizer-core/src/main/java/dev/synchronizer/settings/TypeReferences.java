package dev.synchronizer.settings;

import dev.synchronizer.lookup.KnownType;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.TypeModel;
import java.util.List;
import java.util.stream.Stream;

/** Who refers to something that is to be deleted; what is kept out of use counts, as it may come back. */
final class TypeReferences {
    private TypeReferences() {}

    /** The places where other types embed or allow a type, sorted. */
    static List<String> to(String name, StoredModel stored) {
        return KnownType.all(stored).values().stream()
                .filter(type -> !type.stored().name().equals(name))
                .flatMap(type -> places(type.stored().name(), type.whole(), name))
                .sorted()
                .toList();
    }

    private static Stream<String> places(String owner, TypeModel type, String name) {
        Stream<String> ofType = Stream.of(SettingKey.ALLOWED_PARENTS, SettingKey.ALLOWED_CHILDREN)
                .filter(key -> type.settings().texts(key).contains(name))
                .map(key -> owner + " (" + key.label() + ")");
        return Stream.concat(ofType, type.properties().stream().flatMap(property -> places(owner, property, name)));
    }

    private static Stream<String> places(String owner, PropertyModel property, String name) {
        String place = owner + "." + property.name();
        Stream<String> embedding = name.equals(property.type().blockType())
                ? Stream.of(place + " (" + property.type() + ")")
                : Stream.of();
        Stream<String> allowing =
                property.settings().texts(SettingKey.ALLOWED_TYPES).contains(name)
                        ? Stream.of(place + " (" + SettingKey.ALLOWED_TYPES.label() + ")")
                        : Stream.of();
        return Stream.concat(embedding, allowing);
    }

    /** The properties of a type that one of them succeeds, sorted. */
    static List<String> predecessors(KnownType type, StoredProperty property) {
        return type.whole().properties().stream()
                .filter(other -> other.settings()
                        .text(SettingKey.REPLACED_BY)
                        .filter(property.name()::equals)
                        .isPresent())
                .map(other -> type.stored().name() + "." + other.name() + " (" + SettingKey.REPLACED_BY.label() + ")")
                .sorted()
                .toList();
    }
}

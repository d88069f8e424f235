package dev.synchronizer.settings;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be wrong with a definition, in words. */
final class DefinitionProblems {
    private static final int SHOWN = 5;

    private DefinitionProblems() {}

    static Problem typeOfCode(StoredType type) {
        return new Problem(
                ProblemCode.DECLARED_IN_CODE,
                type.name(),
                maker(type) + " declares " + type.name() + ", and a definition can only add properties to it",
                "save what can be overridden with set, and change the rest in code");
    }

    static Problem propertyOfCode(Address address, StoredType type, StoredProperty property) {
        String declares = property.orphanedSince() == null ? " declares " : " declared, until it was kept out of use, ";
        return new Problem(
                ProblemCode.DECLARED_IN_CODE,
                address.toString(),
                maker(type) + declares + address,
                "choose another name, or change it in code");
    }

    static Problem notDeletable(Address address, StoredType type, boolean adopted) {
        String message = adopted
                ? maker(type) + " declares " + address + " since it adopted it"
                : maker(type) + " declares " + address;
        return new Problem(
                ProblemCode.DECLARED_IN_CODE,
                address.toString(),
                message,
                adopted
                        ? "take it out of code first, which gives it back to the administrators"
                        : "take it out of code, and synchronize");
    }

    private static String maker(StoredType type) {
        return type.className() == null ? "code" : "class " + type.className();
    }

    static Problem inUse(Address address, List<String> places) {
        int more = places.size() - SHOWN;
        String named = String.join(", ", places.subList(0, Math.min(SHOWN, places.size())));
        return Problem.of(
                ProblemCode.STILL_IN_USE,
                address.toString(),
                address + " is still in use by " + named + (more > 0 ? " and " + more + " more" : ""));
    }

    static Problem twice(Address address) {
        return new Problem(
                ProblemCode.DUPLICATE_PROPERTY_NAME,
                address.toString(),
                "one definition names " + address + " twice",
                "name it once");
    }

    static Problem withoutDataType(Address address) {
        return new Problem(
                ProblemCode.WRONG_DATA_TYPE,
                address.toString(),
                "no property " + ColumnText.quoted(String.valueOf(address.property()))
                        + " is stored, and a new one needs a data type",
                "write it behind the property's name, as in " + address.property() + ":STRING");
    }

    static Problem wrongDataType(Address address, String text) {
        List<String> names = Arrays.stream(DataType.values())
                .filter(type -> type != DataType.AUTO)
                .map(DataType::name)
                .toList();
        String near = UnknownNames.nearest(text.toUpperCase(Locale.ROOT), names);
        return new Problem(
                ProblemCode.WRONG_DATA_TYPE,
                address.toString(),
                ColumnText.quoted(text) + " is no data type; there are " + String.join(", ", names)
                        + ", alone or as LIST<…> or SET<…>, and BLOCK<Name>",
                near.isEmpty() || near.equals(text) ? ProblemCode.WRONG_DATA_TYPE.fix() : "write " + near);
    }

    static Problem enumWithoutValues(Address address) {
        return Problem.of(ProblemCode.ENUM_WITHOUT_VALUES, address.toString(), "it is an ENUM, and allows no value");
    }
}

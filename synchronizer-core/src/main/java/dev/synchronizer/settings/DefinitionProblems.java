package dev.synchronizer.settings;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.lookup.SettingOwner;
import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.ColumnText;
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

    static Problem typeOfCode(SettingOwner type) {
        return declared(
                type,
                " declares " + type.address() + ", and a definition can only add properties to it",
                "save what can be overridden with set, and change the rest in code");
    }

    static Problem propertyOfCode(SettingOwner property) {
        String declares = property.outOfUseSince() == null ? " declares " : " declared, until it was kept out of use, ";
        return declared(property, declares + property.address(), "choose another name, or change it in code");
    }

    static Problem notDeletable(SettingOwner owner) {
        return owner.isAdopted()
                ? declared(
                        owner,
                        " declares " + owner.address() + " since it adopted it",
                        "take it out of code first, which gives it back to the administrators")
                : declared(owner, " declares " + owner.address(), "take it out of code, and synchronize");
    }

    private static Problem declared(SettingOwner owner, String what, String fix) {
        return new Problem(ProblemCode.DECLARED_IN_CODE, owner.address().toString(), owner.maker() + what, fix);
    }

    static Problem inUse(Address address, List<String> places) {
        int more = places.size() - SHOWN;
        String named = String.join(", ", places.subList(0, Math.min(SHOWN, places.size())));
        return new Problem(
                ProblemCode.STILL_IN_USE,
                address.toString(),
                address + " is still in use by " + named + (more > 0 ? " and " + more + " more" : ""),
                "change those first");
    }

    /** Two types with one identity cannot be told from each other in code. */
    static Problem guidTaken(String name, StoredType other) {
        return new Problem(
                ProblemCode.DUPLICATE_GUID,
                name,
                "the GUID " + other.guid() + " that it has elsewhere is that of " + other.name() + " here",
                "have both servers run the same release of the code, or delete one of the two types");
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

package dev.synchronizer.diff;

import java.util.EnumSet;
import java.util.List;

/** Why a type or property is in its state; part of the plan's contract. */
public enum Reason {
    NO_STORED_TYPE("nothing is stored under its GUID or names"),
    NO_STORED_PROPERTY("nothing is stored under its names"),
    RENAMED("it has another name"),
    CLASS_RENAMED("its class has another name"),
    CLASS_MOVED("its class is in another package"),
    MODULE_CHANGED("it is declared in another module"),
    GUID_ADOPTED("code declares a GUID now; the stored one was derived"),
    GUID_NO_LONGER_DECLARED("code declares no GUID any more; the stored one stays"),
    ADOPTED("an administrator made it; code declares it now"),
    RETURNED_TO_ADMINISTRATORS("an administrator made it; code no longer declares it"),
    RETURNED("it was kept as an orphan, and is declared again"),
    SETTINGS_CHANGED("settings differ"),
    DATA_TYPE_CHANGED("the data type differs"),
    PROPERTIES_CHANGED("properties differ"),
    NO_LONGER_DECLARED("its module no longer declares it"),
    MODULE_GONE("its module was said to be gone"),
    RUN_UNDONE("the run that made it is undone"),
    OLDER_MODULE("a newer version of its module has committed"),
    DEPENDS_ON_OLDER_MODULE("it needs a module of which a newer version has committed"),
    MODULE_ABSENT("its module is not scanned"),
    PACKAGE_NOT_SCANNED("the scan was restricted to other packages"),
    DIFFERENT_GUID("code and store declare different GUIDs"),
    NAME_TAKEN("its new name belongs to another one that is stored and stays"),
    DIFFERENT_DATA_TYPE("an administrator made it with another data type"),
    DIFFERENT_KIND("an administrator made it with another kind"),
    CONFLICTING_PROPERTIES("properties conflict");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in words, without a capital and a full stop. */
    public String sentence() {
        return sentence;
    }

    /** Whether somebody has to decide before anything can be done. */
    boolean isConflict() {
        return this == DIFFERENT_GUID
                || this == NAME_TAKEN
                || this == DIFFERENT_DATA_TYPE
                || this == DIFFERENT_KIND
                || this == CONFLICTING_PROPERTIES;
    }

    /** Reasons in the order in which they stand here, each once. */
    static List<Reason> inOrder(List<Reason> reasons) {
        return reasons.size() < 2 ? List.copyOf(reasons) : List.copyOf(EnumSet.copyOf(reasons));
    }
}

package dev.synchronizer.problem;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every rule that can be broken. The ids are stable: suppressions, pipelines and people refer to them.
 *
 * <p>CT1xx reading models, CT2xx the rules of a valid model, CT3xx comparing with what is stored, CT4xx plan files,
 * CT5xx the database, CT6xx what administrators save, CT7xx content, CT8xx what intercepts saves, CT9xx everything else,
 * CT10xx other servers, CT11xx other systems.
 */
public enum ProblemCode {
    PATH_NOT_FOUND(
            "CT101",
            ProblemKind.FAILURE,
            "A path that was given does not exist",
            "check the path and the folder it is relative to"),
    JAR_UNREADABLE(
            "CT102",
            ProblemKind.FAILURE,
            "A file is no jar, is cut short, or cannot be opened",
            "see that it may be read, and build or copy the jar again"),
    CLASS_UNREADABLE("CT103", ProblemKind.FAILURE, "A class file is damaged", "compile the class again"),
    CLASS_TOO_NEW(
            "CT104",
            ProblemKind.FAILURE,
            "A class file is of a Java version that is not known yet",
            "compile the models with a lower --release"),
    SUPERTYPE_MISSING(
            "CT105",
            ProblemKind.FAILURE,
            "A supertype of a content type is nowhere to be found",
            "add its jar to --class-path; without it, the properties it declares would look orphaned"),
    VALUE_TYPE_MISSING(
            "CT106",
            ProblemKind.FAILURE,
            "The class of a property's values is nowhere to be found",
            "add its jar to --class-path"),
    ACCESSOR_WITHOUT_PAIR(
            "CT107",
            ProblemKind.INVALID_MODEL,
            "An annotated accessor has no counterpart",
            "add the missing public accessor, or take the annotations away"),
    NOT_A_CONTENT_CLASS(
            "CT108",
            ProblemKind.INVALID_MODEL,
            "An interface, enum, annotation or inner class is declared as a content type",
            "annotate a class or record that stands on its own, or is static within another"),
    MODULE_TWICE(
            "CT109",
            ProblemKind.INVALID_MODEL,
            "Two versions of one module are scanned together",
            "leave one of them out"),
    UNSUPPORTED_PROPERTY_TYPE(
            "CT110",
            ProblemKind.INVALID_MODEL,
            "A Java type has no data type",
            "use a supported type, or leave the property out with @Ignore"),
    IMPOSSIBLE_DATA_TYPE(
            "CT111",
            ProblemKind.INVALID_MODEL,
            "@Property(type) asks for a data type that the Java type cannot hold",
            "use a data type that fits, or change the Java type"),
    NOT_A_BLOCK(
            "CT112",
            ProblemKind.INVALID_MODEL,
            "A property embeds a content type that is not a block",
            "make it a BLOCK, or refer to it by ContentReference with @AllowedTypes"),
    MODULE_WITHOUT_VERSION(
            "CT113",
            ProblemKind.ADVICE,
            "A module has no version, and counts as lower than any stored one",
            "give it one by its manifest, @ContentModule or --module-version"),
    MODULE_NOT_STORABLE(
            "CT114",
            ProblemKind.INVALID_MODEL,
            "A module's name or version is too long, or holds characters that cannot be stored",
            "give the module another one by @ContentModule, which comes before its manifest and file name"),
    FOLDER_MIXED(
            "CT115",
            ProblemKind.FAILURE,
            "A folder holds both jars and classes that declare content types",
            "give a folder that holds the classes alone, or, if only the jars are meant, move or name them apart"),
    NOTHING_DECLARED(
            "CT116",
            ProblemKind.ADVICE,
            "Nothing that was scanned declares a content type or names a module",
            "give the jars or folders in which the packages of the models start, and the packages that they have"),
    NOT_A_MIGRATION_STEP(
            "CT117",
            ProblemKind.INVALID_MODEL,
            "A class is declared as a migration step, and cannot be one",
            "make it a public class with a public constructor without parameters that implements MigrationStep"),
    UNKNOWN_RENAME(
            "CT118",
            ProblemKind.ADVICE,
            "A migration step declares the rename of something to a name that is not declared",
            "correct the name, or take the rename away once it has been committed everywhere"),

    DUPLICATE_GUID(
            "CT201",
            ProblemKind.INVALID_MODEL,
            "Two types declare the same GUID",
            "give one of them a GUID of its own"),
    DUPLICATE_TYPE_NAME(
            "CT202",
            ProblemKind.INVALID_MODEL,
            "Two types have the same name",
            "name one of them by @ContentType(name)"),
    GUID_NOT_A_UUID(
            "CT203",
            ProblemKind.INVALID_MODEL,
            "A GUID is not a UUID",
            "use the form 8-4-4-4-12 of hexadecimal digits, or leave it out"),
    INVALID_NAME(
            "CT204",
            ProblemKind.INVALID_MODEL,
            "A name is not [A-Za-z_][A-Za-z0-9_]* of at most 255 characters",
            "rename it, or name it by the annotation"),
    DUPLICATE_PROPERTY_NAME(
            "CT205",
            ProblemKind.INVALID_MODEL,
            "Two properties of a type have one name, or names that differ only in case",
            "rename one of them, or leave it out with @Ignore"),
    UNKNOWN_ALLOWED_TYPE(
            "CT206",
            ProblemKind.INVALID_MODEL,
            "An allowed type is no content type",
            "annotate the class with @ContentType, or take it off the list"),
    CONTRADICTORY_CONSTRAINTS(
            "CT207",
            ProblemKind.INVALID_MODEL,
            "Constraints contradict each other",
            "change one of them so that a value can satisfy both"),
    BLOCK_CYCLE(
            "CT208",
            ProblemKind.INVALID_MODEL,
            "Embedded blocks contain each other in a circle",
            "break the circle with a ContentReference"),
    RENAME_OF_A_LIVING_NAME(
            "CT209",
            ProblemKind.INVALID_MODEL,
            "Something is declared as renamed from a name that is still declared",
            "take @RenamedFrom away, or the declaration that still has the name"),
    SETTING_NOT_APPLICABLE(
            "CT210",
            ProblemKind.INVALID_MODEL,
            "A setting does not apply to the data type",
            "take the setting away, or change the data type"),
    UNKNOWN_LOCKED_SETTING(
            "CT211",
            ProblemKind.ADVICE,
            "locked names something that is not an overridable setting",
            "correct the name, or use \"*\" for all"),
    UNKNOWN_SUCCESSOR(
            "CT212",
            ProblemKind.INVALID_MODEL,
            "@ReplacedBy names no property of the type, or leads back to itself",
            "name another property that the type has"),
    USELESS_SUPPRESSION(
            "CT213",
            ProblemKind.ADVICE,
            "@Suppress names a code that cannot be suppressed or does not exist",
            "take the code away"),
    CLASS_NAME_NOT_STORABLE(
            "CT214",
            ProblemKind.INVALID_MODEL,
            "The name of a type's class is too long, or holds characters that cannot be stored",
            "rename the class or its package"),
    DUPLICATE_STEP(
            "CT215",
            ProblemKind.INVALID_MODEL,
            "Two migration steps of a module have the same name",
            "name one of them by @Migration(name)"),
    STEP_NOT_STORABLE(
            "CT216",
            ProblemKind.INVALID_MODEL,
            "A migration step's name or version cannot be stored, or its version has no number",
            "give it another name, and the version of the module that needs it, by @Migration"),
    STEP_AHEAD_OF_MODULE(
            "CT217",
            ProblemKind.ADVICE,
            "A migration step is for a higher version than that of its module",
            "raise the module's version, or correct that of the step; it runs all the same"),

    GUID_CONFLICT(
            "CT301",
            ProblemKind.REFUSAL,
            "Code and store declare two different GUIDs for one name",
            "restore the former GUID, or give the new type another name"),
    ADOPTION_CONFLICT(
            "CT302",
            ProblemKind.REFUSAL,
            "A declared type or property differs from the one an administrator made under the same name",
            "declare the same kind and data types, or choose another name"),
    CHANGED_WITHOUT_VERSION(
            "CT303",
            ProblemKind.ADVICE,
            "A module's model changed, its major.minor did not",
            "raise the minor version, so that nodes with the older model are gated"),
    LOSSY_CHANGE(
            "CT304",
            ProblemKind.REFUSAL,
            "A change would lose or alter stored values",
            "add a migration step, or allow the loss with --allow lossy"),
    UNKNOWN_TYPE(
            "CT305",
            ProblemKind.USAGE,
            "A type was named that is neither declared nor stored",
            "check the name; it is case-sensitive"),
    UNKNOWN_MODULE(
            "CT306",
            ProblemKind.ADVICE,
            "A module was said to be gone, and is not stored",
            "leave out --gone if a former run saw to it, else check the name against the plan's modules"),
    MODULE_NOT_GONE(
            "CT307",
            ProblemKind.USAGE,
            "A module was said to be gone, and is scanned",
            "leave out --gone, or the module's jar"),
    POLICY_VIOLATED(
            "CT308",
            ProblemKind.POLICY,
            "A plan has what --fail-on forbids",
            "change the models, or leave the kind out of --fail-on"),
    NAME_TAKEN(
            "CT309",
            ProblemKind.REFUSAL,
            "A name is given to one type or property while another one keeps it",
            "choose another name, or do away with the one that has it"),
    MOVED_WITH_LOSS(
            "CT310",
            ProblemKind.REFUSAL,
            "A type would move here from a module that is not scanned, and lose properties",
            "scan that module too, or say with --gone that it will not come back"),
    UNKNOWN_BLOCK(
            "CT311",
            ProblemKind.REFUSAL,
            "A type embeds a block that is neither scanned nor stored",
            "scan the module that declares the block too (--models, --packages), or commit that module first"),
    EMBEDDED_BY_ADMINISTRATORS(
            "CT312",
            ProblemKind.REFUSAL,
            "A type would become unfit for a property by which administrators embed it",
            "leave the type a block that embeds none of its embedders, or delete that property first with undefine"),
    KEPT_AFTER_ALL(
            "CT313",
            ProblemKind.ADVICE,
            "Something was to be deleted, and content of it was saved in that very moment",
            "nothing; it is kept and marked, and goes with the first run that finds no content of it"),
    STEP_WITHOUT_CONSENT(
            "CT314",
            ProblemKind.REFUSAL,
            "A migration step has to run, and nobody allowed to run the models' code",
            "run with --run-steps, which loads the step's class and runs it"),
    STEP_CHANGED(
            "CT315",
            ProblemKind.REFUSAL,
            "The code of a migration step has changed since it ran",
            "restore the step as it was when it ran, and make a new one for what is still to be done"),
    CANNOT_BE_UNDONE(
            "CT316",
            ProblemKind.REFUSAL,
            "What a run did cannot be undone as a whole",
            "undo the later run first, or change the models by hand and synchronize"),
    LOSS_BEHIND_STEP(
            "CT317",
            ProblemKind.ADVICE,
            "Whether a change would lose values is seen only after a migration step has run",
            "nothing; the run looks again after the step, and goes back to where it began if it would lose values"),
    STEP_NOT_LOADED(
            "CT318",
            ProblemKind.FAILURE,
            "The class of a migration step cannot be loaded, or is not the one that was read",
            "give the jars that the step needs by --models and --class-path, as they were read"),
    STEP_FAILED(
            "CT319",
            ProblemKind.FAILURE,
            "A migration step failed; nothing of this run was committed",
            "correct the step, or the content that it stumbled over, and run again"),

    UNKNOWN_RUN(
            "CT320",
            ProblemKind.USAGE,
            "A run was named that is not recorded",
            "take the number of a run from the history"),
    WRONG_CONTENT_COUNT(
            "CT321",
            ProblemKind.FAILURE,
            "What the application answers as its ContentUsage is no count",
            "have it answer a map of how many there are of each, never null or below zero; what is left out counts as none"),

    PLAN_FILE_UNREADABLE(
            "CT401",
            ProblemKind.FAILURE,
            "A file is not a saved plan",
            "save the plan again with sync --dry-run --save-plan"),
    PLAN_FILE_ALTERED(
            "CT402",
            ProblemKind.REFUSAL,
            "A saved plan was changed after it was saved",
            "save the plan again; it cannot be edited by hand"),
    PLAN_STALE(
            "CT403",
            ProblemKind.REFUSAL,
            "What is stored has changed since the plan was saved",
            "save the plan again and look at what is different"),

    CONNECTION_FAILED(
            "CT501",
            ProblemKind.FAILURE,
            "The database cannot be reached, or refuses the user",
            "check that the server runs, the URL (--url), the user (--user) and the password"),
    SCHEMA_FOREIGN(
            "CT502",
            ProblemKind.FAILURE,
            "Tables that begin with ct_ are not, or not all, as the synchronizer makes them",
            "restore the tables that begin with ct_ from a backup, or use another database or schema"),
    SCHEMA_NEWER(
            "CT503",
            ProblemKind.FAILURE,
            "The tables were made by a newer release of the synchronizer",
            "use the release that made the tables, or a newer one, here too"),
    DATABASE_READ_ONLY(
            "CT504",
            ProblemKind.FAILURE,
            "The database refuses to write",
            "use a user who may write, and create tables where the synchronizer has none yet, on a server that is no"
                    + " read-only copy"),
    DATABASE_LOST(
            "CT505",
            ProblemKind.FAILURE,
            "The connection to the database was lost; nothing that was under way was committed",
            "run it again when the database is back"),
    DATABASE_FAILED(
            "CT506",
            ProblemKind.FAILURE,
            "The database reported an error; nothing that was under way was committed",
            "act on the database's own words; --verbose shows where they came from"),
    DATABASE_UNSUPPORTED(
            "CT507",
            ProblemKind.FAILURE,
            "The database is none of those that are supported",
            "use H2, PostgreSQL or MariaDB"),
    DATABASE_BUSY(
            "CT508",
            ProblemKind.FAILURE,
            "The embedded database is open in another process",
            "wait until it has ended, or use a database server"),
    DATABASE_TIMEOUT(
            "CT509",
            ProblemKind.FAILURE,
            "The database ended what waited or ran for too long, or blocked others; nothing that was under way was committed",
            "run it again; if that does not help, find out who holds the lock, or raise the limit for this user"),

    MALFORMED_ADDRESS(
            "CT601",
            ProblemKind.USAGE,
            "Something that is to name a type, a property or a setting has another form",
            "write NAME, NAME.property or NAME.property.setting, and NAME..setting for a setting of the type itself"),
    NOT_STORED(
            "CT602",
            ProblemKind.USAGE,
            "A type or property was named that is not stored",
            "check the name; it is case-sensitive"),
    UNKNOWN_SETTING(
            "CT603",
            ProblemKind.USAGE,
            "A setting was named that does not exist, or not there",
            "check the name; types and properties have different settings"),
    STRUCTURAL_SETTING(
            "CT604",
            ProblemKind.REFUSAL,
            "A setting was given that administrators cannot give there",
            "change it in code, or, where an administrator made the type or property, with define"),
    SETTING_LOCKED(
            "CT605",
            ProblemKind.REFUSAL,
            "A setting was to be overridden that code locks",
            "take it off the locked settings in code"),
    WRONG_VALUE("CT606", ProblemKind.USAGE, "A value is not of the kind of its setting", "give a value of that kind"),
    VALUE_NOT_STORABLE(
            "CT607",
            ProblemKind.USAGE,
            "A value is too long, or holds characters that cannot be stored",
            "give a shorter, plain value"),
    UNKNOWN_GROUP(
            "CT608",
            ProblemKind.ADVICE,
            "A type or property was put into a group that nobody else knows",
            "correct the name unless the group is meant to be new; applications can name theirs by knownGroups"),
    UNKNOWN_ROLE(
            "CT609",
            ProblemKind.ADVICE,
            "Access was given to a role that nobody else knows",
            "correct the name unless the role is meant to be new; applications can name theirs by knownRoles"),
    OUT_OF_USE(
            "CT610",
            ProblemKind.REFUSAL,
            "Something was to be changed that code no longer declares, and that is kept out of use",
            "declare it again first; what was saved for it applies again then, and can be reverted at any time"),
    DECLARED_IN_CODE(
            "CT611",
            ProblemKind.REFUSAL,
            "A type or property of code was to be defined or deleted as if an administrator had made it",
            "change it in code; what can be overridden is saved with set"),
    STILL_IN_USE(
            "CT612",
            ProblemKind.REFUSAL,
            "Something was to be deleted that others refer to, or that has content",
            "change those first, or do away with the content"),
    WRONG_DATA_TYPE(
            "CT613",
            ProblemKind.USAGE,
            "A data type was named that does not exist, or none where one is needed",
            "write a data type such as STRING, LIST<STRING>, ENUM, REFERENCE or BLOCK<Name>"),
    ENUM_WITHOUT_VALUES(
            "CT614",
            ProblemKind.USAGE,
            "An ENUM was defined without the values that it allows",
            "name them by the setting allowedValues"),
    NO_STORE(
            "CT615",
            ProblemKind.FAILURE,
            "Something was asked for, or was to be changed, where nothing is stored",
            "check which database is meant, or synchronize first"),
    CONTENT_NO_LONGER_VALID(
            "CT616",
            ProblemKind.ADVICE,
            "What an administrator said leaves content that is no longer valid",
            "correct it before it is next saved, which is refused otherwise; nothing is lost"),

    VALUE_MISSING("CT701", ProblemKind.REFUSAL, "An item has no value of a required property", "give it one"),
    RULE_BROKEN(
            "CT702",
            ProblemKind.REFUSAL,
            "A value breaks a rule of its property",
            "give another value, or change the rule"),
    UNFIT_VALUE(
            "CT703",
            ProblemKind.USAGE,
            "A value is none of the data type of its property",
            "give a value of that data type"),
    UNKNOWN_VALUE(
            "CT704",
            ProblemKind.USAGE,
            "A value was given for a property that the type does not have",
            "check the name; it is case-sensitive"),
    WRONG_LANGUAGE(
            "CT705",
            ProblemKind.USAGE,
            "A value was given in a language that it cannot have",
            "write a tag such as de or de-CH, and only where the property is localized"),
    VALUE_OUT_OF_USE(
            "CT706",
            ProblemKind.REFUSAL,
            "A value was given for what code no longer declares",
            "declare the property again, or leave the value as it is or out; such values can only be taken away"),
    WRONG_TARGET(
            "CT707",
            ProblemKind.REFUSAL,
            "A value refers to an item that is not there, or may not be referred to there",
            "refer to another item"),
    WRONG_PLACE(
            "CT708",
            ProblemKind.REFUSAL,
            "An item was to be put where it cannot be",
            "put it below another item, or at the top"),
    NO_SUCH_ITEM(
            "CT709",
            ProblemKind.USAGE,
            "No item has the id that was given",
            "check the id, and which database is meant"),
    ITEM_CHANGED(
            "CT710",
            ProblemKind.REFUSAL,
            "Somebody else has saved the item meanwhile",
            "read it again, and save the change on top of that"),
    ITEM_IN_BIN(
            "CT711",
            ProblemKind.REFUSAL,
            "Something was to be done with an item that is in the recycle bin",
            "restore it first"),
    ITEM_NOT_IN_BIN(
            "CT712",
            ProblemKind.REFUSAL,
            "Something was to be done with an item that is not in the recycle bin",
            "delete it first, which puts it there"),
    WRONG_ITEM_NAME(
            "CT713",
            ProblemKind.USAGE,
            "The name of an item is empty, too long, or cannot be stored",
            "give a plain name of 255 characters at most"),
    NO_ITEMS_OF_TYPE(
            "CT714",
            ProblemKind.REFUSAL,
            "An item was to be made of a type that has none",
            "choose a type that is in use, not abstract and not a block"),
    KEPT_BY_NEWER_CODE(
            "CT715",
            ProblemKind.REFUSAL,
            "A value cannot be written by the older code of this node",
            "save it on a node that runs the newer code"),
    NO_TYPED_ACCESS(
            "CT716",
            ProblemKind.USAGE,
            "Items cannot be had as objects of a class",
            "hand in the public class of the item's type"),
    ITEMS_BUSY("CT717", ProblemKind.FAILURE, "Definitions changed each time that content was to be saved", "try again"),
    LINE_UNREADABLE(
            "CT718",
            ProblemKind.FAILURE,
            "A line of an import is no item",
            "give one JSON object a line, as an export has them"),
    IMPORT_CONFLICT(
            "CT719",
            ProblemKind.REFUSAL,
            "An item of an import is there already, of another type, or saved since or otherwise",
            "leave the line out, or import into another store"),

    SAVE_VETOED(
            "CT801",
            ProblemKind.REFUSAL,
            "A handler, a processor or a rule refuses a save",
            "save what it accepts; by its name, a handler can be suppressed, a processor switched off in the pipeline, and a rule disabled"),
    QUESTION_UNANSWERED(
            "CT802",
            ProblemKind.REFUSAL,
            "A save needs a decision, and nobody can be asked",
            "answer it with --interactive at a terminal, confirm it with --force, or say SaveOptions.asking() or confirming()"),
    SAVES_TOO_DEEP(
            "CT803",
            ProblemKind.REFUSAL,
            "Saves bring about saves, and find no end",
            "let one of the handlers save less, or raise the limit"),
    DEFINITIONS_IN_UNIT(
            "CT804",
            ProblemKind.REFUSAL,
            "Something is to be read or saved in a unit of work that changes definitions, and cannot be before it is committed",
            "do it in afterCommit"),
    SAVE_UNDER_WAY(
            "CT805",
            ProblemKind.REFUSAL,
            "Something is saved or deleted while its own save is under way in the same unit of work, and cannot become part of that",
            "do it in saved, or set it on the event"),
    SAVE_WHILE_ASKED(
            "CT806",
            ProblemKind.REFUSAL,
            "A handler saves something while it is asked about a change of types, which is only planned",
            "save it in saved or in afterCommit"),
    SAVE_IN_REMOTE(
            "CT807",
            ProblemKind.REFUSAL,
            "A handler saves something while it is told of what another node has saved",
            "let the handler on the saving node save it, in saving or in saved"),
    DEFINITIONS_IN_IMPORT(
            "CT808",
            ProblemKind.REFUSAL,
            "A handler saves settings, rules or definitions in an import, which cannot begin again under the store's lock",
            "save them in afterCommit, or before the import"),
    WRONG_PIPELINE(
            "CT811",
            ProblemKind.USAGE,
            "The steps of the pipeline do not fit together",
            "see the list of steps with pipeline"),
    WRONG_HANDLER(
            "CT812",
            ProblemKind.USAGE,
            "A handler, a validator, a processor or a store is not registered as it has to be",
            "give each a name of its own, and each handler and validator the stores that it serves"),
    ACCESS_DENIED(
            "CT821",
            ProblemKind.REFUSAL,
            "None of the actor's roles is one that has access to items of a type",
            "let somebody save it who has such a role, or change the access of the type"),
    FATAL_FINDING(
            "CT822",
            ProblemKind.REFUSAL,
            "A validator finds something that is never saved",
            "save what the validator accepts"),
    UNCONFIRMED_FINDING(
            "CT823",
            ProblemKind.REFUSAL,
            "A validator finds something that is saved only by somebody who confirms it",
            "mend it, confirm it with --interactive at a terminal or with --force, or say SaveOptions.asking() or confirming()"),
    WRONG_SEVERITY(
            "CT824",
            ProblemKind.USAGE,
            "A severity is configured for something that is no validator, or whose severity cannot be changed",
            "name a validator"),
    MALFORMED_RULE(
            "CT830",
            ProblemKind.USAGE,
            "A rule or one of its actions has another form than rules have",
            "write it as rules show has others"),
    UNFIT_RULE(
            "CT831",
            ProblemKind.USAGE,
            "A rule does not fit a type that it is for",
            "correct the rule, name other types for it, or disable it"),
    WRONG_CONDITION(
            "CT832",
            ProblemKind.USAGE,
            "The condition of a rule cannot be understood, or does not fit a type that the rule is for",
            "correct the condition, name other types for the rule, or disable it"),
    NO_RULE_LANGUAGE(
            "CT833",
            ProblemKind.FAILURE,
            "A rule has a condition, and the language of conditions is not on the class path",
            "add the dependency dev.cel:cel, or take the condition away"),
    RULE_CUT_OFF(
            "CT834",
            ProblemKind.REFUSAL,
            "The condition of a rule took more than the limits of rules allow",
            "simplify the condition, disable the rule, or raise the limits of rules"),
    RULE_FAILED(
            "CT835",
            ProblemKind.REFUSAL,
            "A rule failed on an item, which was not saved",
            "correct the rule or the item, or disable the rule"),
    OUTDATED_RULE(
            "CT836",
            ProblemKind.ADVICE,
            "A rule will not fit a type any more once the plan is carried out, or the type will not be there",
            "correct the rule, name other types for it, or disable it"),
    UNKNOWN_RULE("CT837", ProblemKind.USAGE, "A rule was named that there is not", "see rules list"),
    RULE_NAME_TAKEN(
            "CT838",
            ProblemKind.REFUSAL,
            "A rule is to be added or enabled under the name of another one, be it in other letter case, or of a validator, a handler or a processor",
            "give it another name, or have it replace the other rule"),
    RULE_RUN_ENDED(
            "CT839",
            ProblemKind.REFUSAL,
            "An application of rules to all items was ended by somebody else, or its rules were changed, while it was under way",
            "apply the rules again"),
    UNREADABLE_RULE(
            "CT840",
            ProblemKind.FAILURE,
            "A rule is kept that cannot be read, as a newer release wrote it or it was damaged",
            "use the release that has saved it, or disable or remove the rule"),
    TAMPERED(
            "CT841",
            ProblemKind.REFUSAL,
            "Something else than the synchronizer has written what is stored",
            "see what stands there, write it back or accept it with doctor --repair, and find out who writes it"),
    DAMAGED_ITEM(
            "CT842",
            ProblemKind.REFUSAL,
            "An item has what no item can have: a row or a value that fits nothing, or a place that is none",
            "save the value anew, or move the item to another place"),
    SAVE_CRASHED(
            "CT843",
            ProblemKind.REFUSAL,
            "A handler, a validator or a processor failed on an item as nobody expects, and the item was left as it is",
            "see in the log where it comes from, and correct it; by its name, a handler can be suppressed"),
    STALE_RULE(
            "CT844",
            ProblemKind.REFUSAL,
            "An item was to be saved, and a rule for it does not fit its type any more",
            "correct the rule, name other types for it, or disable it"),
    NO_SCHEDULER(
            "CT851",
            ProblemKind.FAILURE,
            "Rules are to be applied by schedules, and what keeps schedules is not on the class path",
            "add the dependency com.github.kagkarlsson:db-scheduler, or take the schedules away"),

    INTERNAL_ERROR(
            "CT901",
            ProblemKind.FAILURE,
            "The program met a state that it does not expect",
            "report it with the output of --verbose"),
    OUTPUT_FAILED(
            "CT902",
            ProblemKind.FAILURE,
            "A file cannot be written",
            "check the path, the permissions and the space left; what was committed before is in the history"),
    WRONG_USAGE("CT903", ProblemKind.USAGE, "The command line or configuration is wrong", "see --help"),

    UNKNOWN_SERVER("CT1001", ProblemKind.USAGE, "A server was named that there is not", "see staging servers list"),
    WRONG_SERVER(
            "CT1002",
            ProblemKind.USAGE,
            "A server was to be added or saved that cannot be as it was said",
            "correct what was said of it"),
    UNKNOWN_TASK("CT1003", ProblemKind.USAGE, "A task was named that there is not", "see staging tasks"),
    NO_CONFLICT(
            "CT1004",
            ProblemKind.USAGE,
            "Somebody has decided about a conflict that there is not",
            "see staging show for what keeps the task from being done"),
    NO_TARGET(
            "CT1005",
            ProblemKind.USAGE,
            "Something was to be told to other servers, and there is none that could be told",
            "add one by staging servers add, or enable it"),
    NOTHING_TO_TELL(
            "CT1006",
            ProblemKind.USAGE,
            "Something was to be told to other servers that there is not, or to be tried anew that a later task has overtaken",
            "name something that there is, or have it told anew as it is now"),
    SECRET_MISSING(
            "CT1007",
            ProblemKind.FAILURE,
            "A secret that is shared with another server, or the password of its database, is not found where it was said to be",
            "set the environment variable, or write the file; or say where else it is found by staging servers add"),
    SERVER_UNREACHABLE(
            "CT1008",
            ProblemKind.FAILURE,
            "A server does not answer",
            "see that it runs, that its place, user and secret are right, and that it knows this server by the name that it is given (--server-name); tasks for it wait, and are tried again"),
    SERVER_IS_ITSELF(
            "CT1009",
            ProblemKind.ADVICE,
            "At a server's place this server itself answers, or a copy of its database",
            "correct the place"),
    OTHER_SERVER(
            "CT1010",
            ProblemKind.ADVICE,
            "At a server's place another server answers than before",
            "see that the place is right, and that its database was not put in the place of another one by mistake"),
    MASS_DELETION(
            "CT1021",
            ProblemKind.REFUSAL,
            "An import from a directory, or an export to it, would delete so much that it looks like a mistake",
            "see that no files are missing and that it is the right store, or allow as many deletions"),
    DIRECTORY_FILE_INVALID(
            "CT1022",
            ProblemKind.FAILURE,
            "A file of a directory is not what a synchronizer writes there",
            "correct the file, take it away, or exclude its path"),
    NO_DIRECTORY(
            "CT1023",
            ProblemKind.FAILURE,
            "A path holds no directory that a synchronizer has written, or one of another format",
            "name the folder that holds synchronizer-directory.json"),
    DIRECTORY_FAILED(
            "CT1024",
            ProblemKind.FAILURE,
            "A directory cannot be read or written",
            "check the path, the permissions and the space left, and do it again: it goes on where it ended"),
    CANNOT_LISTEN(
            "CT1031",
            ProblemKind.FAILURE,
            "A server cannot listen at an address, such as where somebody else does",
            "give an address of this machine, and a port that is free"),
    FOREIGN_ID_TAKEN(
            "CT1101",
            ProblemKind.REFUSAL,
            "An item and the id by which another system is to know it cannot belong together, as one of them belongs to something else",
            "give the item the id that the other system has for it"),
    UNKNOWN_CONNECTOR(
            "CT1102", ProblemKind.USAGE, "A connector was named that there is not", "see integration connectors"),
    WRONG_CONNECTOR(
            "CT1103",
            ProblemKind.USAGE,
            "A connector has a name that none can have, or that of another one",
            "give it a name of its own of letters, digits, dots, underscores and hyphens, 100 at most"),
    CONNECTOR_ELSEWHERE(
            "CT1104",
            ProblemKind.USAGE,
            "Something is to be done by a connector of which this node does not have the code",
            "let a node do it that has the code, and on which it is registered");

    private static final Map<String, ProblemCode> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ProblemCode::id, Function.identity()));

    private final String id;
    private final ProblemKind kind;
    private final String summary;
    private final String fix;

    ProblemCode(String id, ProblemKind kind, String summary, String fix) {
        this.id = id;
        this.kind = kind;
        this.summary = summary;
        this.fix = fix;
    }

    /** The stable id, such as {@code CT201}. */
    public String id() {
        return id;
    }

    public ProblemKind kind() {
        return kind;
    }

    public Severity severity() {
        return kind == ProblemKind.ADVICE ? Severity.WARNING : Severity.ERROR;
    }

    /** The rule in a sentence without its full stop. */
    public String summary() {
        return summary;
    }

    /** The usual way out, in the imperative, without a full stop. */
    public String fix() {
        return fix;
    }

    /** Finds a code by its id, such as {@code CT201}. */
    public static @Nullable ProblemCode byId(String id) {
        return BY_ID.get(id);
    }
}

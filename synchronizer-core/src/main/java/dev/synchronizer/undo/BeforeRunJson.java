package dev.synchronizer.undo;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stood before a run, as JSON. */
public final class BeforeRunJson {
    private static final String FORMAT = "synchronizer-before/1";

    private BeforeRunJson() {}

    public static void write(BeforeRun before, JsonOut out) {
        out.object(() -> {
            out.text("format", FORMAT);
            out.array("modules", before.modules(), module -> write(module, out));
            out.array("touched", before.touched(), touched -> write(touched, out));
            out.array("overrides", before.overrides(), override -> write(override, out));
            out.texts("steps", before.steps());
            if (before.undoes() != null) {
                out.number("undoes", before.undoes());
            }
        });
    }

    private static void write(BeforeRun.Module module, JsonOut out) {
        out.object(() -> {
            out.text("name", module.name());
            out.text("version", module.version());
            out.text("fingerprint", module.fingerprint());
            if (module.snapshot() != null) {
                out.name("snapshot");
                ModelJson.write(module.snapshot(), out);
            }
        });
    }

    private static void write(BeforeRun.Touched touched, JsonOut out) {
        out.object(() -> {
            out.text("deed", touched.deed().name().toLowerCase(Locale.ROOT));
            out.number("typeId", touched.typeId());
            if (touched.propertyId() != null) {
                out.number("propertyId", touched.propertyId());
            }
            out.text("module", touched.module());
            out.text("type", touched.type());
            out.text("property", touched.property());
            out.text("guid", touched.guid() == null ? null : touched.guid().toString());
            Instant orphanedSince = touched.orphanedSince();
            out.text("orphanedSince", orphanedSince == null ? null : orphanedSince.toString());
        });
    }

    private static void write(BeforeRun.DeletedOverride deleted, JsonOut out) {
        SettingOverride override = deleted.override();
        out.object(() -> {
            out.text("type", deleted.type());
            out.text("property", deleted.property());
            out.text("setting", override.setting());
            out.name("value");
            ModelJson.writeValue(override.value(), out);
            out.text("savedBy", override.savedBy());
            out.text("savedAt", override.savedAt().toString());
            out.name("defaultThen");
            ModelJson.writeValue(override.defaultThen(), out);
        });
    }

    /** Reads what {@link #write} wrote. */
    public static BeforeRun read(String text) {
        Members members = new Members();
        return JsonIn.read(text, in -> {
            in.object(name -> {
                switch (name) {
                    case "modules" -> members.modules = in.array(() -> module(in));
                    case "touched" -> members.touched = in.array(() -> touched(in));
                    case "overrides" -> members.overrides = in.array(() -> override(in));
                    case "steps" -> members.steps = in.texts();
                    case "undoes" -> members.undoes = in.number();
                    default -> in.skip();
                }
            });
            return new BeforeRun(members.modules, members.touched, members.overrides, members.steps, members.undoes);
        });
    }

    private static final class Members {
        List<BeforeRun.Module> modules = List.of();
        List<BeforeRun.Touched> touched = List.of();
        List<BeforeRun.DeletedOverride> overrides = List.of();
        List<String> steps = List.of();

        @Nullable
        Long undoes;
    }

    private static BeforeRun.Module module(JsonIn in) {
        String[] texts = new String[3];
        ModuleModel[] snapshot = new ModuleModel[1];
        in.object(name -> {
            switch (name) {
                case "name" -> texts[0] = in.text();
                case "version" -> texts[1] = in.textOrNull();
                case "fingerprint" -> texts[2] = in.textOrNull();
                case "snapshot" -> snapshot[0] = ModelJson.read(in);
                default -> in.skip();
            }
        });
        return new BeforeRun.Module(texts[0], texts[1], texts[2], snapshot[0]);
    }

    private static BeforeRun.Touched touched(JsonIn in) {
        TouchedMembers members = new TouchedMembers();
        in.object(name -> {
            switch (name) {
                case "deed" -> members.deed = BeforeRun.Deed.valueOf(in.text().toUpperCase(Locale.ROOT));
                case "typeId" -> members.typeId = in.number();
                case "propertyId" -> members.propertyId = in.number();
                case "module" -> members.module = in.textOrNull();
                case "type" -> members.type = in.text();
                case "property" -> members.property = in.textOrNull();
                case "guid" -> members.guid = in.textOrNull();
                case "orphanedSince" -> members.orphanedSince = in.textOrNull();
                default -> in.skip();
            }
        });
        return new BeforeRun.Touched(
                members.deed,
                members.typeId,
                members.propertyId,
                members.module,
                members.type,
                members.property,
                members.guid == null ? null : UUID.fromString(members.guid),
                members.orphanedSince == null ? null : Instant.parse(members.orphanedSince));
    }

    private static final class TouchedMembers {
        BeforeRun.Deed deed = BeforeRun.Deed.CHANGED;
        long typeId;

        @Nullable
        Long propertyId;

        @Nullable
        String module;

        String type = "";

        @Nullable
        String property;

        @Nullable
        String guid;

        @Nullable
        String orphanedSince;
    }

    private static BeforeRun.DeletedOverride override(JsonIn in) {
        OverrideMembers members = new OverrideMembers();
        in.object(name -> {
            switch (name) {
                case "type" -> members.type = in.text();
                case "property" -> members.property = in.textOrNull();
                case "setting" -> members.setting = in.text();
                case "value" -> members.value = ModelJson.readValue(in);
                case "savedBy" -> members.savedBy = in.text();
                case "savedAt" -> members.savedAt = Instant.parse(in.text());
                case "defaultThen" -> members.defaultThen = ModelJson.readValue(in);
                default -> in.skip();
            }
        });
        SettingOverride override = new SettingOverride(
                0, null, members.setting, members.value, members.savedBy, members.savedAt, members.defaultThen);
        return new BeforeRun.DeletedOverride(members.type, members.property, override);
    }

    private static final class OverrideMembers {
        String type = "";

        @Nullable
        String property;

        String setting = "";

        @Nullable
        SettingValue value;

        String savedBy = "";
        Instant savedAt = Instant.EPOCH;

        @Nullable
        SettingValue defaultThen;
    }
}

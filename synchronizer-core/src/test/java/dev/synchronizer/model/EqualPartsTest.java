package dev.synchronizer.model;

import static dev.synchronizer.fixtures.Models.said;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.text;
import static dev.synchronizer.fixtures.Models.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import java.util.List;
import org.junit.jupiter.api.Test;

class EqualPartsTest {
    private static final ModuleModel MODULE = site("1.0", type("A", required("p")), type("B", required("p")));

    @Test
    void propertiesOfSeveralTypesShareWhatIsEqual() {
        ModuleModel shared = MODULE.withEqualPartsShared();

        assertThat(shared).isEqualTo(MODULE);
        assertThat(settings(MODULE).get(0)).isNotSameAs(settings(MODULE).get(1));
        assertThat(settings(shared).get(0)).isSameAs(settings(shared).get(1));
    }

    @Test
    void snapshotsAreReadSo() {
        ModuleModel written = site("1.0", type("A", required("p"), required("q")));

        ModuleModel read = JsonIn.read(JsonOut.compact(out -> ModelJson.write(written, out)), ModelJson::read);

        assertThat(read).isEqualTo(written);
        assertThat(settings(read).get(0)).isSameAs(settings(read).get(1));
    }

    private static PropertyModel required(String name) {
        return said(text(name), SettingKey.REQUIRED, true);
    }

    private static List<Settings> settings(ModuleModel module) {
        return module.types().stream()
                .flatMap(type -> type.properties().stream())
                .map(PropertyModel::settings)
                .toList();
    }
}

package dev.synchronizer.scan;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.fixtures.ReferencePage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the reference of Java types in step with {@link DataTypes}. */
class DataTypeReferenceTest {
    @Test
    void javaTypesAreListedWithTheirDataTypes() throws IOException {
        String rows = Arrays.stream(DataType.values())
                .filter(DataTypes.BY_CLASS::containsValue)
                .map(DataTypeReferenceTest::row)
                .collect(Collectors.joining());

        ReferencePage.named("settings.md")
                .check("java types", "| Java type | data type | or, asked for |\n|---|---|---|\n" + rows);
    }

    private static String row(DataType type) {
        List<String> classes = DataTypes.BY_CLASS.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        List<DataType> others =
                DataTypes.possible(type).stream().filter(other -> other != type).toList();
        return "| %s | `%s` | %s |\n".formatted(codes(classes), type, codes(others));
    }

    private static String codes(List<?> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}

package dev.synchronizer.cli;

import dev.synchronizer.task.TaskKey;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what a task can be about; an id alone is that of an item. */
final class SubjectKey implements ITypeConverter<TaskKey> {
    @Override
    public TaskKey convert(String value) {
        String text = value.strip();
        if (!text.contains(":")) {
            return TaskKey.item(new ItemId().convert(text));
        }
        try {
            TaskKey key = TaskKey.parse(text);
            return key.kind().equals(TaskKey.ITEM) ? TaskKey.item(new ItemId().convert(key.id())) : key;
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}

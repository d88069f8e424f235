package dev.synchronizer.value;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;

/** {@code BOOLEAN}. */
final class FlagScalar extends Scalar<Boolean> {
    FlagScalar() {
        super(DataType.BOOLEAN, Boolean.class);
    }

    @Override
    Boolean parsed(String text) {
        return Boolean.valueOf(text);
    }

    @Override
    void write(Object value, JsonOut out) {
        out.json(text(value));
    }

    @Override
    Boolean read(JsonIn in) {
        require(JsonIn.Kind.FLAG, in);
        return in.flag();
    }
}

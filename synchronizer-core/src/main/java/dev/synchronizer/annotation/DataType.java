package dev.synchronizer.annotation;

/** The data types of property values. */
public enum DataType {
    /** Follows from the Java type. */
    AUTO,
    /** True or false. */
    BOOLEAN,
    /** Whole number of 32 bits. */
    INTEGER,
    /** Whole number of 64 bits. */
    LONG,
    /** Binary floating-point number of 64 bits. */
    DOUBLE,
    /** Decimal number of any precision. */
    DECIMAL,
    /** Text of at most 2,000 characters. */
    STRING,
    /** Text without a limit. */
    TEXT,
    /** Marked-up text without a limit. */
    RICH_TEXT,
    /** Calendar date. */
    DATE,
    /** Time of day. */
    TIME,
    /** Date and time of day without a time zone. */
    DATE_TIME,
    /** Point on the time line. */
    INSTANT,
    /** Universally unique identifier. */
    UUID,
    /** Uniform resource identifier. */
    URI,
    /** Language with optional region. */
    LOCALE,
    /** One of a set of named constants. */
    ENUM,
    /** Reference to another item. */
    REFERENCE,
    /** Embedded item of a type of kind {@link ContentKind#BLOCK}. */
    BLOCK
}

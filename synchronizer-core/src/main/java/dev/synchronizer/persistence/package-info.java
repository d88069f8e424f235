/** The ports on JDBC, Hibernate and Liquibase. */
@NullMarked
package dev.synchronizer.persistence;

import org.jspecify.annotations.NullMarked;

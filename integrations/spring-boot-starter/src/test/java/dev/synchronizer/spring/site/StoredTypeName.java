package dev.synchronizer.spring.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Hibernate validates its table when the persistence unit starts. */
@Entity
@Table(name = "ct_type")
class StoredTypeName {
    @Id
    private Long id;

    @Column(name = "name")
    private String name;

    String name() {
        return name;
    }
}

package dev.synchronizer.spring.site;

import org.springframework.data.jpa.repository.JpaRepository;

interface StoredTypeNames extends JpaRepository<StoredTypeName, Long> {}

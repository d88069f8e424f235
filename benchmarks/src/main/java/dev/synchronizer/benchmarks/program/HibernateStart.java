package dev.synchronizer.benchmarks.program;

import dev.synchronizer.benchmarks.world.EntityJar;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;

/** Hibernate's own start, with its update of the schema. */
public final class HibernateStart {
    private HibernateStart() {}

    public static void main(String[] arguments) throws Exception {
        int entities = Integer.parseInt(arguments[2]);
        URL[] jars = {Path.of(arguments[1]).toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(jars, HibernateStart.class.getClassLoader())) {
            Configuration configuration = new Configuration(new BootstrapServiceRegistryBuilder()
                            .applyClassLoader(loader)
                            .build())
                    .setProperty("hibernate.connection.url", arguments[0])
                    .setProperty("hibernate.hbm2ddl.auto", "update");
            for (int i = 0; i < entities; i++) {
                configuration.addAnnotatedClass(loader.loadClass(EntityJar.className(i)));
            }
            try (SessionFactory factory = configuration.buildSessionFactory()) {
                System.out.println(factory.getMetamodel().getEntities().size() + " entities");
            }
        }
    }
}

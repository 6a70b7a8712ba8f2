package dev.runspaces.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: this version, as the build has written it into a resource. */
final class Version implements IVersionProvider {

  Version() {}

  @Override
  public String[] getVersion() throws IOException {
    var build = new Properties();
    try (InputStream file = Version.class.getResourceAsStream("build.properties")) {
      build.load(file);
    }
    return new String[] {
      "Runspaces for Java " + build.getProperty("version"),
      "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vm.name")
    };
  }
}

package dev.runspaces.swing.include;

import dev.runspaces.swing.layout.FileProblems;
import dev.runspaces.swing.layout.IncludeProblems;
import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutDocument;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutFiles;
import dev.runspaces.swing.layout.LayoutProblem;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files that one layout uses, each of them read once. For one layout. */
final class SharedFiles {
  private final LayoutFiles files;
  private final List<LayoutProblem> problems;
  private final Map<String, Optional<LayoutDocument>> documents = new HashMap<>();
  private final Map<String, Fragment> fragments = new HashMap<>();

  SharedFiles(LayoutFiles files, List<LayoutProblem> problems) {
    this.files = files;
    this.problems = problems;
  }

  /** Finds out which file is to be included; null if none can be. */
  @Nullable String resolve(Scope scope, LayoutAttribute file) {
    String path = FilePath.resolve(scope.path(), file.value());
    if (path == null) {
      problems.add(FileProblems.badName(file, "address.xml or parts/address.xml"));
      return null;
    }
    if (scope.way().contains(path) || scope.way().size() > Expander.MOST_FILES_DEEP) {
      var way = new ArrayList<>(scope.way());
      way.add(path);
      problems.add(
          scope.way().contains(path)
              ? IncludeProblems.circle(file, way)
              : IncludeProblems.tooManyDeep(file, Expander.MOST_FILES_DEEP));
      return null;
    }
    return path;
  }

  /** Returns a fragment; null, after saying why, if there is none. */
  @Nullable Fragment fragment(String path, LayoutAttribute file) throws IOException {
    LayoutDocument document = document(path, file, Structure.FRAGMENT);
    if (document == null) {
      return null;
    }
    Fragment known = fragments.get(path);
    if (known == null) {
      known = Fragment.of(document, problems);
      Elements.allowOnly(document.root(), Set.of(), problems);
      fragments.put(path, known);
    }
    return known;
  }

  /** Returns the styles in an element, those of the file that it names first. */
  List<LayoutElement> styles(LayoutElement styles, String path) throws IOException {
    Elements.allowOnly(styles, Set.of(Structure.FILE), problems);
    LayoutAttribute file = styles.attribute(Structure.FILE).orElse(null);
    if (file == null) {
      return styles.children();
    }
    var all = new ArrayList<LayoutElement>();
    String shared = FilePath.resolve(path, file.value());
    LayoutDocument document = shared == null ? null : document(shared, file, Structure.STYLES);
    if (shared == null) {
      problems.add(FileProblems.badName(file, "address.xml or parts/address.xml"));
    }
    if (document != null) {
      Elements.allowOnly(document.root(), Set.of(), problems);
      all.addAll(document.root().children());
    }
    all.addAll(styles.children());
    return all;
  }

  private @Nullable LayoutDocument document(String path, LayoutAttribute file, String rootTag)
      throws IOException {
    Optional<LayoutDocument> known = documents.get(path);
    if (known == null) {
      known = read(path, file);
      documents.put(path, known);
      known.ifPresent(read -> problems.addAll(read.problems()));
    }
    LayoutDocument document = known.orElse(null);
    if (document != null && !document.root().tag().equals(rootTag)) {
      problems.add(IncludeProblems.otherRoot(file, document.root().tag(), rootTag));
      return null;
    }
    return document;
  }

  private Optional<LayoutDocument> read(String path, LayoutAttribute file) throws IOException {
    try {
      return Optional.of(files.read(path));
    } catch (FileNotFoundException | NoSuchFileException notThere) {
      problems.add(FileProblems.missing(file));
    } catch (LayoutException broken) {
      problems.addAll(broken.problems());
    }
    return Optional.empty();
  }
}

package org.luminousnix.cli;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// The rules that hold for the sources of every module alike, read with the compiler's own parser.
class RepositoryTest
{
    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 60;
    private static final int MOST_PARAMETERS = 5;
    /// Put together here, so that the rule does not find itself.
    private static final Pattern UNWANTED = Pattern.compile("Thread\\." + "sleep|\\b(TO" + "DO|FIX" + "ME)\\b|System\\.exit\\(0\\)");

    private static List<Path> sources = List.of();
    private static List<Method> methods = List.of();

    /// A method or constructor, where it stands; its parameters are chosen here unless it overrides, or makes a record.
    private record Method(String place, long lines, int parameters, boolean chosenHere)
    {}

    @BeforeAll
    static void read() throws IOException
    {
        try (Stream<Path> files = Files.walk(root())) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        }
        methods = methods(sources);
    }

    @Test
    void sources_ofTheRepository_areFound()
    {
        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(methods).hasSizeGreaterThan(500);
    }

    @Test
    void files_haveAtMostFourHundredLines() throws IOException
    {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources) {
            int lines = Files.readAllLines(file).size();
            if (lines > LONGEST_FILE) {
                tooLong.add(name(file) + ": " + lines + " lines");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void methods_haveAtMostSixtyLines()
    {
        assertThat(methods.stream().filter(method -> method.lines() > LONGEST_METHOD)).isEmpty();
    }

    @Test
    void methods_haveAtMostFiveParameters()
    {
        assertThat(methods.stream().filter(method -> method.parameters() > MOST_PARAMETERS && method.chosenHere())).isEmpty();
    }

    @Test
    void sources_haveNothingThatWaitsBlindlyOrIsLeftForLater() throws IOException
    {
        List<String> found = new ArrayList<>();
        for (Path file : sources) {
            for (String line : Files.readAllLines(file)) {
                if (UNWANTED.matcher(line).find()) {
                    found.add(name(file) + ": " + line.strip());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Method> methods(List<Path> files) throws IOException
    {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Method> found = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
                    manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new MethodScanner(unit, positions, found), false);
            }
        }
        return found;
    }

    private static String name(Path file)
    {
        return root().relativize(file).toString();
    }

    private static Path root()
    {
        return Path.of("").toAbsolutePath().getParent().getParent();
    }

    /// Collects the methods of a source file; the parameter says whether a record surrounds the tree.
    private static final class MethodScanner extends TreeScanner<Void, Boolean>
    {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Method> found;

        private MethodScanner(CompilationUnitTree unit, SourcePositions positions, List<Method> found)
        {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree tree, Boolean inRecord)
        {
            return super.visitClass(tree, tree.getKind() == Tree.Kind.RECORD);
        }

        @Override
        public Void visitMethod(MethodTree tree, Boolean inRecord)
        {
            long first = line(positions.getStartPosition(unit, tree));
            long last = line(positions.getEndPosition(unit, tree));
            String place = name(Path.of(unit.getSourceFile().toUri())) + ":" + first + " " + tree.getName();
            boolean ours = !(inRecord && tree.getReturnType() == null) && !tree.getModifiers().toString().contains("@Override");
            found.add(new Method(place, last - first + 1, tree.getParameters().size(), ours));
            return super.visitMethod(tree, inRecord);
        }

        private long line(long position)
        {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}

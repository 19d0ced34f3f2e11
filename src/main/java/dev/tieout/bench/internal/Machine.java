package dev.tieout.bench.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Where the benchmark runs and what it has used. */
final class Machine {

    private static final double MEGA = 1024.0 * 1024.0;

    private Machine() {}

    static void forgetPeaks() {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    static String heap() {
        return "%.0f MB of at most %s".formatted(peak(), most());
    }

    /** What the heap held at most, in MB. An upper bound: the parts of the heap had their peaks at different times. */
    static double peak() {
        return heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MEGA;
    }

    static String most() {
        return "%.0f MB".formatted(Runtime.getRuntime().maxMemory() / MEGA);
    }

    private static Stream<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    /** The most memory that the process has had, where the system tells. */
    static String resident() {
        return line(Path.of("/proc/self/status"), "VmHWM:")
                .map(text -> "%.0f MB".formatted(Long.parseLong(text.replaceAll("\\D", "")) / 1024.0))
                .orElse("not known here");
    }

    static String words() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        var processor = line(Path.of("/proc/cpuinfo"), "model name")
                .map(text -> text.replaceFirst("^[\\s:]*", ""))
                .orElse(system.getArch());
        return String.format(
                Locale.ROOT,
                "%d × %s, %s %s, JDK %s",
                system.getAvailableProcessors(),
                processor,
                system.getName(),
                system.getVersion(),
                Runtime.version());
    }

    /** Of the last minute: how many processes wanted a processor. */
    static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "not known here" : String.format(Locale.ROOT, "%.2f", load);
    }

    private static java.util.Optional<String> line(Path file, String start) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException none) {
            return java.util.Optional.empty();
        }
    }
}

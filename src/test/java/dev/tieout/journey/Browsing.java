package dev.tieout.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real browser. The launcher says which one ({@code tieout.browser}, or TIEOUT_BROWSER); run from an IDE, the system's Chromium is
 * looked for, else Playwright's own.
 */
final class Browsing implements AutoCloseable {

    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Playwright playwright;
    private final Browser browser;
    private final String base;

    Browsing(int port) {
        this.base = "http://127.0.0.1:" + port;
        // Playwright must not fetch a browser by itself in the middle of a test.
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new LaunchOptions()
                .setHeadless(true)
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        executable().ifPresent(options::setExecutablePath);
        this.browser = playwright.chromium().launch(options);
    }

    private static Optional<Path> executable() {
        return Stream.concat(
                        Stream.of(
                                System.getProperty("tieout.browser", ""),
                                System.getenv().getOrDefault("TIEOUT_BROWSER", "")),
                        USUAL.stream())
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A window in which that person is signed in. */
    Page as(String person) {
        var page = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))
                .newPage();
        page.navigate(base + "/login");
        page.locator("input[name=username]").fill(person);
        page.locator("input[name=password]").fill("tieout");
        page.locator("input[name=password]").press("Enter");
        page.locator("#tasks").waitFor();
        return page;
    }

    void open(Page page, String route) {
        page.navigate(base + "/" + route);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

package workshop.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;

/** A real Chromium without a window, from the system's packages: nothing is downloaded. */
public final class Browser implements AutoCloseable {
    static final Path IMAGES = Path.of("target", "images");
    /** Pictures that somebody should look at, and that are not kept. */
    private static final Path LOOKS = IMAGES.resolve("looks");

    /** No picture is longer. */
    private static final long MOST_HEIGHT = 12_000;

    private static final int WIDE = 1280;
    public static final int PHONE = 390;
    public static final int PHONE_HEIGHT = 844;

    /** What stands outside of the window, or is wider than what holds it. */
    private static final String CUT = """
            const found = [];
            const name = (element) => `${element.tagName}#${element.id}.${element.className} ${element.textContent.trim().slice(0, 40)}`;
            if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
            for (const element of document.body.querySelectorAll('*')) {
              if (element.closest('.hidden, .skip, svg, thead') || !element.checkVisibility()) continue;
              const { left, right, width } = element.getBoundingClientRect();
              if (width <= 1) continue; // only read out
              if (left < -1 || right > innerWidth + 1) found.push(`outside: ${name(element)}`);
              const holds = getComputedStyle(element).overflowX !== 'visible';
              if (holds && element.scrollWidth > element.clientWidth + 1) found.push(`cut: ${name(element)}`);
            }
            return found;
            """;

    private final ChromeDriver driver;
    private final List<String> requests = new ArrayList<>();

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Whether the packages chromium and chromium-driver, or their like, are there. */
    public static boolean isInstalled() {
        return chromium().isPresent() && chromedriver().isPresent();
    }

    private static Optional<Path> chromium() {
        return first("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    }

    private static Optional<Path> chromedriver() {
        return first("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");
    }

    private static Optional<Path> first(String... paths) {
        return Stream.of(paths).map(Path::of).filter(Files::isExecutable).findFirst();
    }

    public static Browser start() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium().orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox", // as root, which a container's tests often are
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--lang=en");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver().orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options));
        browser.driver.manage().window().setSize(new Dimension(WIDE, 1000));
        browser.driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
        return browser;
    }

    public ChromeDriver driver() {
        return driver;
    }

    public void open(String url) {
        driver.get(url);
    }

    /** Opens a page that stands in no file. */
    public void openHtml(String html) throws IOException {
        Path file = Files.createTempFile("page", ".html");
        try {
            open(Files.writeString(file, html).toUri().toString());
        } finally {
            Files.delete(file);
        }
    }

    /** The text of an element, as a person sees it. */
    public String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    /** The text without what is only read out, as a screen reader does: what a picture shows. */
    public String seenText(String selector) {
        display("none");
        try {
            return text(selector);
        } finally {
            display("");
        }
    }

    private void display(String readOut) {
        driver.executeScript(
                "document.querySelectorAll('.hidden').forEach(element => element.style.display = arguments[0])",
                readOut);
    }

    public String attribute(String selector, String name) {
        return driver.findElement(By.cssSelector(selector)).getDomAttribute(name);
    }

    public void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    void type(String selector, String text) {
        driver.findElement(By.cssSelector(selector)).clear();
        driver.findElement(By.cssSelector(selector)).sendKeys(text);
    }

    void choose(String selector, String value) {
        new Select(driver.findElement(By.cssSelector(selector))).selectByValue(value);
    }

    List<String> texts(String selector) {
        Object texts = driver.executeScript(
                "return [...document.querySelectorAll(arguments[0])].map(element => element.innerText.trim())",
                selector);
        return ((List<?>) texts).stream().map(String::valueOf).toList();
    }

    /** A picture of what the window shows, under target/images, and its text beside it. */
    void view(String name) throws IOException {
        shoot(IMAGES, name);
        Files.writeString(IMAGES.resolve(name + ".txt"), seenText("body"));
    }

    private void shoot(Path folder, String name) throws IOException {
        driver.executeScript("document.getAnimations().forEach(moving => moving.finish())");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    /** A window as a phone has it, until {@link #wide}. */
    public void phone() {
        size(PHONE, PHONE_HEIGHT);
    }

    void wide() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    private void size(int width, long height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What a person cannot see of the page without moving it sideways; empty if that is nothing. */
    public List<String> cut() {
        return ((List<?>) driver.executeScript(CUT))
                .stream().map(String::valueOf).toList();
    }

    /** A picture of the page as the window has it, as long as it is, to be looked at and not kept. */
    public void look(String name) throws IOException {
        long width = ((Number) driver.executeScript("return innerWidth")).longValue();
        long before = ((Number) driver.executeScript("return innerHeight")).longValue();
        size((int) width, Math.min(height(), MOST_HEIGHT));
        shoot(LOOKS, name);
        size((int) width, before);
    }

    /**
     * A picture of one element.
     *
     * @param scale the number of its points for one of the page
     */
    public BufferedImage image(String selector, int scale) throws IOException {
        driver.executeScript("document.getAnimations().forEach(moving => moving.finish())");
        WebElement element = driver.findElement(By.cssSelector(selector));
        Rectangle place = element.getRect();
        Map<String, Object> clip =
                Map.of("x", place.x, "y", place.y, "width", place.width, "height", place.height, "scale", scale);
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode((String) shot.get("data"))));
    }

    /** A picture of the whole page. */
    void picture(String name) throws IOException {
        size(WIDE, height());
        view(name);
        wide();
    }

    long height() {
        return ((Number) driver.executeScript("return document.documentElement.scrollHeight")).longValue();
    }

    /** What the page wrote to the console, but for answers of 503 and broken connections, which it is told to expect. */
    List<String> complaints() {
        List<String> all = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (!entry.getMessage().matches("(?s).*(status of 503|net::ERR_).*")) {
                all.add(entry.getMessage());
            }
        }
        return all;
    }

    /** Every address that was asked for since the browser was started. */
    List<String> requests() throws IOException {
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = new ObjectMapper().readTree(entry.getMessage()).get("message");
            if (message.get("method").asText().equals("Network.requestWillBeSent")) {
                requests.add(message.at("/params/request/url").asText());
            }
        }
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        driver.quit();
    }
}

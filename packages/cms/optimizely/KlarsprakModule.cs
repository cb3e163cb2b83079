// A sample: not run in Optimizely. What it sends is held to the service by test/contract.test.ts.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using EPiServer;
using EPiServer.Core;
using EPiServer.Framework;
using EPiServer.Framework.Initialization;
using EPiServer.ServiceLocation;

[InitializableModule]
[ModuleDependency(typeof(EPiServer.Web.InitializationModule))]
public sealed class KlarsprakModule : IInitializableModule
{
    private static readonly string Address = Environment.GetEnvironmentVariable("KLARSPRAK_URL") ?? "http://127.0.0.1:8081";
    private static readonly string Token = Environment.GetEnvironmentVariable("KLARSPRAK_TOKEN") ?? "";

    // A redirect could carry the page to somebody else.
    private static readonly HttpClient Client = new(new HttpClientHandler { AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    public void Initialize(InitializationEngine context) =>
        ServiceLocator.Current.GetInstance<IContentEvents>().PublishingContent += OnPublishing;

    public void Uninitialize(InitializationEngine context) =>
        ServiceLocator.Current.GetInstance<IContentEvents>().PublishingContent -= OnPublishing;

    private static void OnPublishing(object sender, ContentEventArgs e)
    {
        if (e.Content is not PageData page) return;
        try
        {
            var body = new Dictionary<string, string>
            {
                ["text"] = Html(page),
                ["format"] = "html",
                ["filename"] = $"optimizely/{page.ContentLink.ID}.html",
            };
            // Left out for a new page: an empty text has faults of its own, which would then count as old.
            if (Published(page) is { } before) body["previous"] = Html(before);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{Address}/v1/lint") { Content = JsonContent.Create(body) };
            if (Token != "") request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
            using var response = Client.Send(request);
            response.EnsureSuccessStatusCode();
            using var answer = JsonDocument.Parse(response.Content.ReadAsStream());
            var verdict = answer.RootElement.GetProperty("verdict");
            if (verdict.GetProperty("publish").GetBoolean()) return;
            var reasons = verdict.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString());
            e.CancelReason = "Rätta innan du publicerar: " + string.Join(" ", reasons);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or JsonException
            or InvalidOperationException or KeyNotFoundException)
        {
            e.CancelReason = "Texten är inte granskad och publiceras därför inte. Försök igen senare.";
        }
        e.CancelAction = true;
    }

    // The published version is what the loader gives for a link without a version.
    private static PageData? Published(PageData page)
    {
        var link = page.ContentLink.ToReferenceWithoutVersion();
        if (ContentReference.IsNullOrEmpty(link)) return null;
        var loader = ServiceLocator.Current.GetInstance<IContentLoader>();
        return loader.TryGet<PageData>(link, page.Language, out var found) && found.Status == VersionStatus.Published
            ? found
            : null;
    }

    // Change MainBody to the house's own properties, in the order that the reader meets them.
    private static string Html(PageData page) =>
        $"<h1>{WebUtility.HtmlEncode(page.Name)}</h1>\n{(page["MainBody"] as XhtmlString)?.ToHtmlString() ?? ""}";
}

// A sample: not run in Optimizely. Its tests compile it, and run it against the service with stand-ins for Optimizely.
using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Threading.Tasks;
using EPiServer;
using EPiServer.Core;
using EPiServer.Framework;
using EPiServer.Framework.Initialization;
using EPiServer.Logging;
using EPiServer.ServiceLocation;

[InitializableModule]
[ModuleDependency(typeof(EPiServer.Web.InitializationModule))]
public sealed class KlarsprakModule : IInitializableModule
{
    private static readonly ILogger Log = LogManager.GetLogger(typeof(KlarsprakModule));
    private static readonly string Address = (Environment.GetEnvironmentVariable("KLARSPRAK_URL") ?? "http://127.0.0.1:8081").TrimEnd('/');
    private static readonly string Token = Environment.GetEnvironmentVariable("KLARSPRAK_TOKEN") ?? "";

    // A redirect could carry the page to somebody else.
    private static readonly HttpClient Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    public void Initialize(InitializationEngine context)
    {
        ServiceLocator.Current.GetInstance<IContentEvents>().PublishingContent += OnPublishing;
    }

    public void Uninitialize(InitializationEngine context)
    {
        ServiceLocator.Current.GetInstance<IContentEvents>().PublishingContent -= OnPublishing;
    }

    private static void OnPublishing(object sender, ContentEventArgs e)
    {
        var page = e.Content as PageData;
        if (page == null) return;
        try
        {
            var before = Published(page);
            var question = new Question
            {
                Text = Html(page),
                Format = "html",
                Filename = "optimizely/" + page.ContentLink.ID + ".html",
                // Left out for a new page: an empty text has faults of its own, which would then count as old.
                Previous = before == null ? null : Html(before),
            };
            // Away from the request's own context, where waiting could block it for good.
            var verdict = Task.Run(() => Ask(question)).GetAwaiter().GetResult();
            // Why the page was not checked as Swedish. Optimizely shows nothing of a page that it publishes.
            if (verdict.Notice != null) Log.Warning("Klarspråk: " + page.Name + ". " + verdict.Notice);
            if (verdict.Publish) return;
            e.CancelReason = "Rätta innan du publicerar: " + string.Join(" ", verdict.Reasons ?? new string[0]);
            if (verdict.Notice != null) e.CancelReason += " " + verdict.Notice;
        }
        catch (Exception error) when (error is HttpRequestException || error is OperationCanceledException
            || error is SerializationException || error is IOException)
        {
            e.CancelReason = "Texten är inte granskad och publiceras därför inte. Försök igen senare.";
        }
        e.CancelAction = true;
    }

    private static async Task<Verdict> Ask(Question question)
    {
        using (var body = new MemoryStream())
        using (var request = new HttpRequestMessage(HttpMethod.Post, Address + "/v1/lint"))
        {
            new DataContractJsonSerializer(typeof(Question)).WriteObject(body, question);
            request.Content = new ByteArrayContent(body.ToArray());
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            if (Token != "") request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
            using (var response = await Client.SendAsync(request).ConfigureAwait(false))
            {
                response.EnsureSuccessStatusCode();
                var answer = new MemoryStream(await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false));
                var read = (Answer)new DataContractJsonSerializer(typeof(Answer)).ReadObject(answer);
                return read.Verdict ?? throw new SerializationException("There is no verdict.");
            }
        }
    }

    // The published version is what the loader gives for a link without a version.
    private static PageData Published(PageData page)
    {
        var link = page.ContentLink.ToReferenceWithoutVersion();
        if (ContentReference.IsNullOrEmpty(link)) return null;
        var loader = ServiceLocator.Current.GetInstance<IContentLoader>();
        return loader.TryGet<PageData>(link, page.Language, out var found) && found.Status == VersionStatus.Published
            ? found
            : null;
    }

    // Change MainBody to the house's own properties, in the order that the reader meets them.
    private static string Html(PageData page)
    {
        var body = page["MainBody"] as XhtmlString;
        return "<h1>" + WebUtility.HtmlEncode(page.Name) + "</h1>\n" + (body == null ? "" : body.ToHtmlString());
    }

    [DataContract]
    private sealed class Question
    {
        [DataMember(Name = "text")] public string Text { get; set; }
        [DataMember(Name = "format")] public string Format { get; set; }
        [DataMember(Name = "filename")] public string Filename { get; set; }
        [DataMember(Name = "previous", EmitDefaultValue = false)] public string Previous { get; set; }
    }

    [DataContract]
    private sealed class Answer
    {
        [DataMember(Name = "verdict")] public Verdict Verdict { get; set; }
    }

    [DataContract]
    private sealed class Verdict
    {
        [DataMember(Name = "publish")] public bool Publish { get; set; }
        [DataMember(Name = "reasons")] public string[] Reasons { get; set; }
        [DataMember(Name = "notice")] public string Notice { get; set; }
    }
}

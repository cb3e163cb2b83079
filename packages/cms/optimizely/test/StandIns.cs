// What the sample uses of Optimizely, written from its public documentation, and a program that publishes one page.
using System;
using System.Collections.Generic;
using System.Globalization;
using EPiServer;
using EPiServer.Core;

namespace EPiServer.Framework
{
    public sealed class InitializableModuleAttribute : Attribute { }
    public sealed class ModuleDependencyAttribute : Attribute { public ModuleDependencyAttribute(params Type[] modules) { } }
    public interface IInitializableModule
    {
        void Initialize(Initialization.InitializationEngine context);
        void Uninitialize(Initialization.InitializationEngine context);
    }
}

namespace EPiServer.Framework.Initialization
{
    public class InitializationEngine { }
}

namespace EPiServer.Web
{
    public class InitializationModule { }
}

namespace EPiServer.Logging
{
    public interface ILogger { void Warning(string message); }

    public static class LogManager
    {
        private sealed class Shown : ILogger { public void Warning(string message) { Console.Error.WriteLine(message); } }
        public static ILogger GetLogger(Type type) { return new Shown(); }
    }
}

namespace EPiServer.ServiceLocation
{
    public class ServiceLocator
    {
        public static ServiceLocator Current { get; } = new ServiceLocator();
        public Dictionary<Type, object> Services { get; } = new Dictionary<Type, object>();
        public T GetInstance<T>() { return (T)Services[typeof(T)]; }
    }
}

namespace EPiServer.Core
{
    public interface IContent { }
    public interface IContentEvents { event EventHandler<ContentEventArgs> PublishingContent; }
    public enum VersionStatus { CheckedOut = 2, Published = 4 }

    public class ContentReference
    {
        public int ID { get; set; }
        public ContentReference ToReferenceWithoutVersion() { return this; }
        public static bool IsNullOrEmpty(ContentReference link) { return link == null || link.ID == 0; }
    }

    public class XhtmlString
    {
        private readonly string html;
        public XhtmlString(string html) { this.html = html; }
        public string ToHtmlString() { return html; }
    }

    public class PageData : IContent
    {
        public string Name { get; set; }
        public ContentReference ContentLink { get; set; }
        public CultureInfo Language { get; set; }
        public VersionStatus Status { get; set; }
        public XhtmlString Body { get; set; }
        public object this[string name] { get { return name == "MainBody" ? Body : null; } }
    }
}

namespace EPiServer
{
    public class ContentEventArgs : EventArgs
    {
        public IContent Content { get; set; }
        public bool CancelAction { get; set; }
        public string CancelReason { get; set; }
    }

    public interface IContentLoader
    {
        bool TryGet<T>(ContentReference link, CultureInfo language, out T content) where T : IContent;
    }
}

public sealed class Publisher : IContentEvents, IContentLoader
{
    public event EventHandler<ContentEventArgs> PublishingContent;
    private IContent published;

    public bool TryGet<T>(ContentReference link, CultureInfo language, out T content) where T : IContent
    {
        content = published == null ? default(T) : (T)published;
        return published != null;
    }

    private static PageData Page(string name, string html, VersionStatus status)
    {
        return new PageData
        {
            Name = name,
            Body = html == "" ? null : new XhtmlString(html),
            Status = status,
            ContentLink = new ContentReference { ID = 5 },
            Language = new CultureInfo("sv"),
        };
    }

    /// <summary>Publishes a page: its name and text, and where it is published already, those that it has there.</summary>
    public static int Main(string[] given)
    {
        Console.OutputEncoding = new System.Text.UTF8Encoding(false);
        var self = new Publisher();
        var services = EPiServer.ServiceLocation.ServiceLocator.Current.Services;
        services[typeof(IContentEvents)] = self;
        services[typeof(IContentLoader)] = self;
        if (given.Length == 4) self.published = Page(given[2], given[3], VersionStatus.Published);
        var module = new KlarsprakModule();
        module.Initialize(null);
        var e = new ContentEventArgs { Content = Page(given[0], given[1], VersionStatus.CheckedOut) };
        self.PublishingContent(self, e);
        module.Uninitialize(null);
        Console.Write(e.CancelReason);
        return e.CancelAction ? 1 : self.PublishingContent == null ? 0 : 2;
    }
}

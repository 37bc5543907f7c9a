// Shows the booking page of a company where this script stands: <script src=".../embed.js" data-company="happy-paws" async></script>
(function () {
  var script = document.currentScript;
  var origin = new URL(script.src).origin;
  var frame = document.createElement('iframe');
  frame.src = origin + '/book/' + encodeURIComponent(script.dataset.company);
  frame.title = script.dataset.title || 'Booking';
  frame.style.cssText = 'display: block; width: 100%; height: 720px; border: 0';
  script.after(frame);
  addEventListener('message', function (event) {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    var height = Number(event.data && event.data.petbuddyHeight);
    if (height > 0) frame.style.height = Math.ceil(height) + 'px';
  });
})();
